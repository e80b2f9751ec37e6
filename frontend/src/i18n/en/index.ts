import { account } from './account'
import { common } from './common'
import { documents } from './documents'
import { files } from './files'
import { problems } from './problems'
import { projects } from './projects'
import { runs } from './runs'
import { workflows } from './workflows'

export default { account, common, documents, files, problems, projects, runs, workflows }
