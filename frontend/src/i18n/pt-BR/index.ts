import { account } from './account'
import { common } from './common'
import { documents } from './documents'
import { files } from './files'
import { problems } from './problems'
import { projects } from './projects'

export default { account, common, documents, files, problems, projects }
