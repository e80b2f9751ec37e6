import type { Translated } from '../languages'
import type { questions as english } from '../en/questions'

export const questions: Translated<typeof english> = {
  label: 'Sua pergunta',
  hint: 'A resposta vem só dos documentos deste projeto. Enter pergunta, Shift e Enter começam uma nova linha.',
  ask: 'Perguntar',
  stop: 'Parar',
  again: 'Perguntar de novo',
  forget: 'Tirar esta pergunta da página: {{question}}',
  begin: {
    title: 'Pergunte o que seus documentos sabem',
    text: '“Quando lançamos?”, “O que o cliente disse sobre as cores?” Cada resposta mostra as frases em que se apoia.',
  },
  state: {
    asking: 'Procurando e escrevendo …',
    answered: 'A resposta está aqui.',
    stopped: 'Esta resposta foi interrompida antes do fim.',
    failed: 'Não foi possível responder à pergunta.',
  },
  sources: 'Em que se apoia',
  source: 'Fonte {{number}}: {{title}}',
  unsupported: {
    text: 'Nenhum trecho dos documentos sustenta isto. Pergunte com outras palavras ou escreva o que falta.',
    search: 'Buscar',
  },
}
