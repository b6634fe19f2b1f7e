import type { Profile, Source } from '../profile.ts';

const chapter30A = (section: number, part: string, read: Source['read']): Source => ({
  citation: `M.G.L. c. 30A, § ${section}${part}`,
  url: `https://malegislature.gov/Laws/GeneralLaws/PartI/TitleIII/Chapter30A/Section${section}`,
  checkedOn: '2026-11-22',
  read,
});
const attorneyGeneral: Source = {
  citation: 'Attorney General of Massachusetts, questions on the Open Meeting Law; 409 Mass. 232',
  url: 'https://www.mass.gov/info-details/frequently-asked-questions-about-the-open-meeting-law',
  checkedOn: '2026-11-22',
  read: 'text',
};
const recordsSchedule: Source = {
  citation: 'Massachusetts Municipal Records Retention Schedule',
  url: 'https://www.sec.state.ma.us/divisions/public-records/records-management/records-retention-general-questions.htm',
  checkedOn: '2026-11-22',
  read: 'guide',
};
const permission = {
  en: 'Ask the Supervisor of Records before anything is destroyed. Concord keeps it for seven years at least.',
  es: 'Pidan permiso a la Supervisión de Documentos antes de destruir algo. Concord lo guarda al menos siete años.',
};

export const massachusetts: Profile = {
  name: 'massachusetts',
  edition: '2026-11-22',
  title: { en: 'Massachusetts', es: 'Massachusetts' },
  about: {
    en: 'The Open Meeting Law, which the Attorney General enforces. Here one opinion sent to a quorum counts as deliberation, even if nobody answers.',
    es: 'La Ley de Reuniones Abiertas, que aplica la Fiscalía General. Aquí una opinión enviada a un quórum ya es deliberación, aunque nadie responda.',
  },
  covered: {
    'board-itself': {
      value: true,
      says: {
        en: 'The school committee is a public body.',
        es: 'El comité escolar es un órgano público.',
      },
      source: chapter30A(18, '', 'unread'),
    },
    'board-action': {
      value: true,
      says: {
        en: 'A committee that the school committee called for is a public body, and so are its subcommittees.',
        es: 'Un comité que pidió el comité escolar es un órgano público, y también sus subcomités.',
      },
      source: attorneyGeneral,
    },
    law: {
      value: true,
      says: {
        en: 'A committee that a law or regulation calls for is a public body.',
        es: 'Un comité que exige una ley o un reglamento es un órgano público.',
      },
      source: attorneyGeneral,
    },
    'board-task': {
      value: true,
      says: {
        en: 'A subcommittee is a public body, however few its members are.',
        es: 'Un subcomité es un órgano público, por pocos que sean sus miembros.',
      },
      source: chapter30A(18, '', 'unread'),
    },
    superintendent: {
      value: false,
      says: {
        en: 'Advisers whom an official gathers informally, on what that official alone decides, are not a public body.',
        es: 'Los consejeros que una autoridad reúne de manera informal, sobre lo que solo ella decide, no son un órgano público.',
      },
      source: attorneyGeneral,
    },
    partners: {
      value: false,
      says: {
        en: 'A team that the partners agreed on is not on the list, unless the school committee directed it. Then choose board action. Ask your counsel.',
        es: 'Un equipo que acordaron los socios no está en la lista, salvo que el comité escolar lo ordenara. En ese caso elijan acto de la junta. Consulten a su asesoría legal.',
      },
      source: attorneyGeneral,
    },
    association: {
      value: false,
      says: {
        en: 'A body of an association is not a body of the town or district.',
        es: 'Un órgano de una asociación no es un órgano del municipio ni del distrito.',
      },
      source: chapter30A(18, '', 'unread'),
    },
  },
  notice: {
    value: { regular: 48, special: 48, emergency: 0, skips: 'weekends-and-holidays' },
    says: {
      en: 'Notice with the topics is posted 48 hours before every meeting; Saturdays, Sundays and legal holidays do not count. In an emergency it is posted as soon as reasonably possible.',
      es: 'El aviso con los temas se publica 48 horas antes de cada reunión; no cuentan sábados, domingos ni feriados. En una emergencia, en cuanto sea razonablemente posible.',
    },
    source: chapter30A(20, '(b)', 'text'),
  },
  quorum: {
    value: 'majority',
    says: {
      en: 'A simple majority of the members is a quorum, unless another law says otherwise.',
      es: 'La mayoría simple de los miembros es quórum, salvo que otra ley diga otra cosa.',
    },
    source: chapter30A(18, '', 'unread'),
  },
  serial: {
    value: 'quorum',
    says: {
      en: 'Words by any medium between or among a quorum on the body’s business are deliberation. Agendas, scheduling and documents without an opinion are not.',
      es: 'Las palabras por cualquier medio entre un quórum sobre asuntos del órgano son deliberación. No lo son el orden del día, las fechas ni los documentos sin opinión.',
    },
    source: chapter30A(18, '', 'text'),
  },
  oneWay: {
    value: true,
    says: {
      en: 'One member’s opinion that reaches a quorum is deliberation, also without an answer. Concord cannot stop others from reading, so it stops the first opinion where a quorum can read it.',
      es: 'La opinión de un miembro que llega a un quórum es deliberación, aunque nadie responda. Concord no puede impedir que otros lean; por eso detiene la primera opinión donde un quórum puede leerla.',
    },
    source: {
      citation: 'M.G.L. c. 30A, § 18; Boelter v. Wayland, 479 Mass. 233 (2018)',
      url: 'http://masscases.com/cases/sjc/479/479mass233.html',
      checkedOn: '2026-11-22',
      read: 'text',
    },
  },
  votes: {
    value: 'named',
    says: {
      en: 'No vote in open session is by secret ballot. The minutes keep the record of all votes.',
      es: 'Ningún voto en sesión abierta es secreto. El acta guarda el registro de todos los votos.',
    },
    source: chapter30A(22, '(a), (b)', 'text'),
  },
  comment: {
    value: 'by-leave-of-the-chair',
    says: {
      en: 'People who come may watch and record. They speak when the chair allows it.',
      es: 'Quienes asisten pueden mirar y grabar. Hablan cuando la presidencia lo permite.',
    },
    source: chapter30A(20, '', 'unread'),
  },
  minutes: {
    value: 'required',
    says: {
      en: 'Minutes say date, time, place, who was there, a summary of each subject, the documents used, what was decided and all votes. Whoever asks gets them within 10 days.',
      es: 'El acta dice fecha, hora, lugar, quién estuvo, un resumen de cada tema, los documentos usados, lo decidido y todos los votos. Quien la pida la recibe en 10 días.',
    },
    source: chapter30A(22, '', 'text'),
  },
  bargaining: {
    value: 'required',
    says: {
      en: 'School committees bargain with the exclusive representative of their employees.',
      es: 'Los comités escolares negocian con el representante exclusivo de su personal.',
    },
    source: {
      citation: 'M.G.L. c. 150E',
      url: 'https://malegislature.gov/Laws/GeneralLaws/PartI/TitleXXI/Chapter150E',
      checkedOn: '2026-11-22',
      read: 'unread',
    },
  },
  retention: [
    {
      class: 'minutes',
      years: 'permanent',
      says: { en: 'Minutes are kept for good.', es: 'Las actas se guardan para siempre.' },
      source: recordsSchedule,
    },
    {
      class: 'decisions',
      years: 'permanent',
      says: {
        en: 'Decisions and votes belong to the minutes and are kept with them.',
        es: 'Las decisiones y los votos pertenecen al acta y se guardan con ella.',
      },
      source: recordsSchedule,
    },
    {
      class: 'agreements',
      years: 'permanent',
      says: {
        en: 'Concord keeps agreements of the partners for good.',
        es: 'Concord guarda para siempre los acuerdos de los socios.',
      },
      source: null,
    },
    { class: 'reports', years: 7, says: permission, source: recordsSchedule },
    { class: 'correspondence', years: 7, says: permission, source: recordsSchedule },
    { class: 'working-papers', years: 7, says: permission, source: recordsSchedule },
  ],
};
