import type { Translated } from '../languages'
import type { common as english } from '../en/common'

export const common: Translated<typeof english> = {
  loading: 'Carregando …',
  retry: 'Tentar de novo',
  cancel: 'Cancelar',
  close: 'Fechar',
  save: 'Salvar',
  saved: 'Salvo.',
  delete: 'Excluir',
  more: 'Mostrar mais',
  skip: 'Ir para o conteúdo',
  home: 'Atelier, para seus projetos',
  actions: 'Ações para {{name}}',
  optional: 'opcional',
  required: 'Preencha este campo.',
  tooLong: 'No máximo {{limit}} caracteres, por favor.',
  notifications: 'Notificações',
  nav: {
    main: 'Principal',
    projects: 'Projetos',
    usage: 'Consumo',
    account: 'Conta',
    profile: 'Perfil e preferências',
    signOut: 'Sair',
  },
  notFound: {
    title: 'Não há nada aqui',
    text: 'Foi excluído ou é de outra pessoa. Confira o endereço ou continue a partir dos seus projetos.',
    action: 'Para os meus projetos',
  },
  crash: {
    title: 'Não foi possível mostrar esta página',
    text: 'Talvez haja uma nova versão do Atelier. Recarregar a página costuma resolver; o que você digitou está guardado.',
    action: 'Recarregar',
  },
  offline:
    'Não foi possível falar com o Atelier. Pode continuar escrevendo; suas alterações ficam guardadas neste navegador e são salvas depois.',
  failed: 'Não deu certo',
}
