import type { Translated } from '../languages'
import type { files as english } from '../en/files'

export const files: Translated<typeof english> = {
  drop: 'Solte arquivos aqui',
  dropHint: 'ou escolha do seu aparelho. Quantos quiser.',
  choose: 'Escolher arquivos',
  dropNow: 'Solte para enviar',
  empty: {
    title: 'Nenhum arquivo ainda',
    text: 'Imagens, filmes, PDFs: solte acima, e todo mundo do projeto encontra aqui.',
  },
  uploads: 'Envios',
  state: {
    waiting: 'Na fila',
    sending: '{{sent}} de {{total}}',
    checking: 'Conferindo …',
    done: 'Concluído',
    failed: 'Falhou: {{reason}}',
    cancelled: 'Cancelado',
  },
  progress: 'Envio de {{name}}',
  cancelUpload: 'Cancelar o envio de {{name}}',
  retryUpload: 'Enviar {{name}} de novo',
  dismissUpload: 'Tirar {{name}} da lista',
  clear: 'Limpar os encerrados',
  summary_one: '{{count}} arquivo enviado.',
  summary_other: '{{count}} arquivos enviados.',
  open: 'Abrir {{name}}',
  copy: 'Copiar endereço público',
  copied: 'O endereço público foi copiado.',
  copyFailed: 'Seu navegador não nos deixa copiar. Este é o endereço: {{url}}',
  delete: {
    action: 'Excluir arquivo',
    title: 'Excluir {{name}}?',
    text: 'O endereço público deixa de funcionar. Não é possível desfazer.',
    done: '{{name}} foi excluído.',
  },
}
