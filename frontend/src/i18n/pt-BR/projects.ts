import type { Translated } from '../languages'
import type { projects as english } from '../en/projects'

export const projects: Translated<typeof english> = {
  title: 'Projetos',
  greeting: 'Olá, {{name}}',
  greetingPlain: 'Olá',
  new: 'Novo projeto',
  empty: {
    title: 'Sua parede ainda está vazia',
    text: 'Um projeto reúne tudo de uma campanha: textos, imagens, fluxos. Crie o primeiro.',
  },
  name: 'Nome',
  description: 'Descrição',
  descriptionHint: 'Do que se trata? É a primeira coisa que a equipe vê.',
  create: 'Criar projeto',
  created: '{{name}} foi criado.',
  edit: 'Renomear ou descrever',
  editTitle: 'Renomear ou descrever o projeto',
  updated: 'O projeto foi alterado.',
  changed: 'Alterado {{when}}',
  delete: {
    action: 'Excluir projeto',
    title: 'Excluir {{name}}?',
    text: 'Os documentos, arquivos e fluxos vão junto. Não é possível desfazer.',
    done: '{{name}} foi excluído.',
  },
  sections: 'Partes do projeto',
  documents: 'Documentos',
  files: 'Arquivos',
  workflows: 'Fluxos',
  search: 'Busca',
  questions: 'Perguntas',
}
