import type { Translated } from '../languages'
import type { search as english } from '../en/search'

export const search: Translated<typeof english> = {
  label: 'O que você procura?',
  action: 'Buscar',
  by: 'Buscar por',
  mode: { hybrid: 'Ambos', vector: 'Sentido', keyword: 'Palavras' },
  hint: {
    hybrid: 'Encontra o que tem o mesmo sentido e o que usa as mesmas palavras.',
    vector: 'Encontra o que tem o mesmo sentido, com quaisquer palavras.',
    keyword: 'Encontra estas palavras. -palavra exclui uma; "algumas palavras" ficam lado a lado.',
  },
  begin: {
    title: 'Procure em todos os documentos de uma vez',
    text: 'Pergunte como a um colega ou diga uma palavra. Você recebe os trechos que combinam, e cada um abre o documento no lugar certo.',
  },
  found_one: '{{count}} trecho, os melhores primeiro',
  found_other: '{{count}} trechos, os melhores primeiro',
  nothing: {
    title: 'Nada combina',
    hybrid: 'Diga com outras palavras ou com menos palavras. A busca olha só documentos, não arquivos nem fluxos.',
    vector: 'Diga com outras palavras ou busque por palavras.',
    keyword: 'Tente menos palavras ou busque por sentido, que não precisa das mesmas palavras.',
  },
  atMost: 'Uma busca não mostra mais do que isso. Diga com mais precisão o que procura.',
  page: 'Página {{page}}',
  preparing_one:
    '{{count}} documento está sendo preparado para a busca, o que leva um instante. Ele será procurado de novo sozinho.',
  preparing_other:
    '{{count}} documentos estão sendo preparados para a busca, o que leva um instante. Eles serão procurados de novo sozinhos.',
}
