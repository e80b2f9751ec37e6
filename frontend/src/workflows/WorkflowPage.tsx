import { useQuery } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { useParams } from 'react-router'
import { useApi } from '../api/context'
import { ApiError } from '../api/problem'
import { NotFound } from '../app/NotFound'
import { Loading } from '../ui/Loading'
import { Failure } from '../ui/Notice'
import page from '../ui/Page.module.css'
import { WorkflowEditor } from './WorkflowEditor'
import { loadWorkflow } from './workflows'

export function WorkflowPage() {
  const { workflowId = '' } = useParams()
  const api = useApi()
  const workflow = useQuery({
    queryKey: ['workflow-draft', workflowId],
    queryFn: ({ signal }) => loadWorkflow(api, workflowId, signal),
    // The editor knows better what is there than an answer that comes while somebody draws.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 0,
    gcTime: 0,
  })
  if (workflow.isPending) return <Loading page />
  if (workflow.isError && workflow.error instanceof ApiError && workflow.error.code === 'not_found') return <NotFound />
  if (!workflow.data) {
    return (
      <div className={page.page}>
        <Failure error={workflow.error} onRetry={() => void workflow.refetch()} />
      </div>
    )
  }
  return (
    <ReactFlowProvider>
      <WorkflowEditor key={workflowId} loaded={workflow.data} />
    </ReactFlowProvider>
  )
}
