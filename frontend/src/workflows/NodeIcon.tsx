import {
  BookOpen,
  CircleHelp,
  Flag,
  GitFork,
  Globe,
  Image,
  Paperclip,
  PenLine,
  Play,
  Repeat,
  Split,
  UserRoundCheck,
  type LucideIcon,
} from 'lucide-react'
import { kindOf, type NodeType } from './node-types'

const ICONS: Record<NodeType, LucideIcon> = {
  start: Play,
  text_generation: PenLine,
  image_generation: Image,
  context_retrieval: BookOpen,
  web_search: Globe,
  review: UserRoundCheck,
  conditional: Split,
  loop: Repeat,
  parallel: GitFork,
  attach: Paperclip,
  finish: Flag,
}

/** The picture of a type of node; a question mark for one that Atelier does not know. */
export function NodeIcon({ type }: { type: string }) {
  const kind = kindOf(type)
  const Icon = kind ? ICONS[kind.type] : CircleHelp
  return <Icon aria-hidden="true" />
}
