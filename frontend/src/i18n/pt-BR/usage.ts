import type { Translated } from '../languages'
import type { usage as english } from '../en/usage'

export const usage: Translated<typeof english> = {
  title: 'Consumo',
  period: 'Período',
  periods: {
    days7: 'Últimos 7 dias',
    days30: 'Últimos 30 dias',
    days90: 'Últimos 90 dias',
    thisMonth: 'Este mês',
    lastMonth: 'Mês passado',
    days365: 'Últimos 12 meses',
  },
  empty: {
    title: 'Nada consumido neste período',
    text: 'Tudo o que os modelos escrevem, pintam e pesquisam para você é contado aqui, com quanto custou. Execute um fluxo em um dos seus projetos ou veja um período mais longo.',
    action: 'Para os meus projetos',
  },
  unsettled_one:
    '{{count}} chamada está em andamento ou sua resposta se perdeu: custa no máximo {{cost}} e não está em nenhuma das somas.',
  unsettled_other:
    '{{count}} chamadas estão em andamento ou suas respostas se perderam: custam juntas no máximo {{cost}} e não estão em nenhuma das somas.',
  cost: 'Custo',
  inputTokens: 'Tokens lidos',
  outputTokens: 'Tokens escritos',
  images: 'Imagens',
  total: 'Tudo junto',
  day: 'Dia',
  model: 'Modelo',
  byDay: 'Dia a dia',
  byModel: 'Por modelo',
  tables: { days: 'Tabela, dia a dia', models: 'Tabela por modelo' },
  asTable: 'O mesmo em tabela',
  daysHint: 'Os dias começam e terminam em UTC. Os custos são em dólares americanos.',
  measure: 'Mostrar',
  measures: { cost: 'Custo', tokens: 'Tokens', images: 'Imagens' },
  chart: {
    title: '{{measure}}, dia a dia',
    day: 'Dia',
    nothing: 'Não há nada disso no período. Escolha outra coisa para mostrar.',
    others_one: '{{count}} outro',
    others_other: '{{count}} outros',
  },
}
