import { account } from './account'
import { common } from './common'
import { documents } from './documents'
import { files } from './files'
import { problems } from './problems'
import { projects } from './projects'
import { questions } from './questions'
import { runs } from './runs'
import { search } from './search'
import { usage } from './usage'
import { workflows } from './workflows'

export default { account, common, documents, files, problems, projects, questions, runs, search, usage, workflows }
