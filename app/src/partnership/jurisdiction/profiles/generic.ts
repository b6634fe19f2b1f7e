import type { Profile } from '../profile.ts';

/** Where no state was chosen: careful choices of our own, behind which stands no statute. */
export const generic: Profile = {
  name: 'generic',
  edition: '2026-11-22',
  title: { en: 'Careful default', es: 'Valores prudentes' },
  about: {
    en: 'Not the law of any state. These are careful choices that fit many states. Choose your state when it is on the list, or write your own rules here.',
    es: 'No es la ley de ningún estado. Son valores prudentes que sirven en muchos estados. Elijan su estado cuando esté en la lista, o escriban aquí sus propias reglas.',
  },
  covered: {
    'board-itself': {
      value: true,
      says: {
        en: 'The board itself meets in the open.',
        es: 'La junta misma se reúne en público.',
      },
      source: null,
    },
    'board-action': {
      value: true,
      says: {
        en: 'A body that the board created by a vote is treated as a public body, also when it only advises.',
        es: 'Un órgano que la junta creó con un voto se trata como órgano público, aunque solo aconseje.',
      },
      source: null,
    },
    law: {
      value: true,
      says: {
        en: 'A body that a law or a rule of the state calls for is treated as a public body.',
        es: 'Un órgano que exige una ley o una norma del estado se trata como órgano público.',
      },
      source: null,
    },
    'board-task': {
      value: true,
      says: {
        en: 'A few board members with one task are treated as a public body.',
        es: 'Unos pocos miembros de la junta con una sola tarea se tratan como órgano público.',
      },
      source: null,
    },
    superintendent: {
      value: false,
      says: {
        en: 'People whom the superintendent asks for advice on what is hers or his alone to decide are not treated as a public body.',
        es: 'Las personas a quienes la superintendencia pide consejo sobre lo que solo a ella le toca decidir no se tratan como órgano público.',
      },
      source: null,
    },
    partners: {
      value: false,
      says: {
        en: 'A team that the partners agreed on among themselves is not treated as a public body. Ask your counsel if the board voted on that agreement.',
        es: 'Un equipo que los socios acordaron entre ellos no se trata como órgano público. Pregunten a su asesoría legal si la junta votó ese acuerdo.',
      },
      source: null,
    },
    association: {
      value: false,
      says: {
        en: 'What an association, a union or a parent group forms for itself is its own affair.',
        es: 'Lo que una asociación, un sindicato o un grupo de familias forma para sí es asunto suyo.',
      },
      source: null,
    },
  },
  notice: {
    value: { regular: 72, special: 24, emergency: 0, skips: 'nothing' },
    says: {
      en: 'The agenda is public 72 hours before a regular meeting and 24 hours before a special one. In an emergency it is public as soon as it can be.',
      es: 'El orden del día es público 72 horas antes de una reunión ordinaria y 24 horas antes de una extraordinaria. En una emergencia, en cuanto se pueda.',
    },
    source: null,
  },
  quorum: {
    value: 'majority',
    says: {
      en: 'More than half of the members are a quorum.',
      es: 'Más de la mitad de los miembros forma quórum.',
    },
    source: null,
  },
  serial: {
    value: 'quorum',
    says: {
      en: 'As many members as make a quorum must not talk a matter over in turns outside a meeting. Concord stops one short of it.',
      es: 'Tantos miembros como forman quórum no deben tratar un asunto por turnos fuera de una reunión. Concord se detiene uno antes.',
    },
    source: null,
  },
  oneWay: {
    value: false,
    says: {
      en: 'Writing one opinion where others can read it is not yet a discussion.',
      es: 'Escribir una opinión donde otros pueden leerla no es todavía una deliberación.',
    },
    source: null,
  },
  votes: {
    value: 'named',
    says: {
      en: 'A public body votes at its meetings, and everybody can read how each member voted.',
      es: 'Un órgano público vota en sus reuniones, y cualquiera puede leer cómo votó cada miembro.',
    },
    source: null,
  },
  comment: {
    value: 'required',
    says: {
      en: 'People who come may speak on what is on the agenda.',
      es: 'Quienes asisten pueden hablar sobre lo que está en el orden del día.',
    },
    source: null,
  },
  minutes: {
    value: 'required',
    says: {
      en: 'Minutes say who was there, what was talked about and how each member voted.',
      es: 'El acta dice quién estuvo, de qué se habló y cómo votó cada miembro.',
    },
    source: null,
  },
  bargaining: {
    value: 'unknown',
    says: {
      en: 'Whether educators bargain together differs from state to state. Nothing said here replaces bargaining.',
      es: 'Que el personal docente negocie colectivamente depende del estado. Nada de lo dicho aquí sustituye la negociación.',
    },
    source: null,
  },
  retention: [
    {
      class: 'minutes',
      years: 'permanent',
      says: {
        en: 'Agendas, attendance and minutes are kept for good.',
        es: 'Órdenes del día, asistencia y actas se guardan para siempre.',
      },
      source: null,
    },
    {
      class: 'decisions',
      years: 'permanent',
      says: {
        en: 'Decisions with their votes and their dissent are kept for good.',
        es: 'Las decisiones, con sus votos y desacuerdos, se guardan para siempre.',
      },
      source: null,
    },
    {
      class: 'agreements',
      years: 'permanent',
      says: {
        en: 'The compact, charters and what both sides agreed on are kept for good.',
        es: 'El pacto, los mandatos y lo que ambas partes acordaron se guardan para siempre.',
      },
      source: null,
    },
    {
      class: 'reports',
      years: 7,
      says: {
        en: 'Goals, indicators, reviews and lessons are kept for seven years at least.',
        es: 'Metas, indicadores, revisiones y lecciones se guardan al menos siete años.',
      },
      source: null,
    },
    {
      class: 'correspondence',
      years: 7,
      says: {
        en: 'Voices, answers and discussions are kept for seven years at least.',
        es: 'Voces, respuestas y conversaciones se guardan al menos siete años.',
      },
      source: null,
    },
    {
      class: 'working-papers',
      years: 3,
      says: {
        en: 'Drafts and actions are kept for three years at least.',
        es: 'Borradores y tareas se guardan al menos tres años.',
      },
      source: null,
    },
  ],
};
