import type { Profile, Source } from '../profile.ts';

const openMeetings = (section: string, read: Source['read']): Source => ({
  citation: `5 ILCS 120/${section}`,
  url: `https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=000501200K${/^[\d.]+/.exec(section)?.[0]}`,
  checkedOn: '2026-11-22',
  read,
});
const localRecords: Source = {
  citation: '50 ILCS 205/7',
  url: 'https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=005002050K7',
  checkedOn: '2026-11-22',
  read: 'text',
};
const commission = {
  en: 'Nothing is destroyed without the written approval of the Local Records Commission. Concord has no number of years of its own for it and keeps it.',
  es: 'Nada se destruye sin la aprobación escrita de la Comisión de Documentos Locales. Concord no tiene un número de años propio para ello y lo guarda.',
};

export const illinois: Profile = {
  name: 'illinois',
  edition: '2026-11-22',
  title: { en: 'Illinois', es: 'Illinois' },
  about: {
    en: 'The Open Meetings Act. Here a meeting begins already with a majority of a quorum, also by e-mail, chat or messages.',
    es: 'La Ley de Reuniones Abiertas. Aquí hay reunión ya con la mayoría de un quórum, también por correo, chat o mensajes.',
  },
  covered: {
    'board-itself': {
      value: true,
      says: {
        en: 'The board of a school district is a public body.',
        es: 'La junta de un distrito escolar es un órgano público.',
      },
      source: openMeetings('1.02', 'text'),
    },
    'board-action': {
      value: true,
      says: {
        en: 'Advisory bodies and committees of a school district are public bodies.',
        es: 'Los órganos consultivos y comités de un distrito escolar son órganos públicos.',
      },
      source: openMeetings('1.02', 'text'),
    },
    law: {
      value: true,
      says: {
        en: 'A body that a law calls for is a public body.',
        es: 'Un órgano que exige una ley es un órgano público.',
      },
      source: openMeetings('1.02', 'text'),
    },
    'board-task': {
      value: true,
      says: {
        en: 'Subcommittees are public bodies too.',
        es: 'Los subcomités también son órganos públicos.',
      },
      source: openMeetings('1.02', 'text'),
    },
    superintendent: {
      value: false,
      says: {
        en: 'Advisers of one official are not named by the law as such. If tax money supports them, choose board action. Ask your counsel.',
        es: 'La ley no nombra a los consejeros de una sola autoridad. Si los sostiene dinero público, elijan acto de la junta. Consulten a su asesoría legal.',
      },
      source: openMeetings('1.02', 'guide'),
    },
    partners: {
      value: true,
      says: {
        en: 'Committees that tax money supports, wholly or in part, are covered. A team that the partners agreed on usually uses staff time and rooms of the district, so Concord takes the careful side.',
        es: 'Los comités que sostiene el dinero público, del todo o en parte, están sujetos a la ley. Un equipo acordado por los socios suele usar horas y salas del distrito; Concord elige lo prudente.',
      },
      source: openMeetings('1.02', 'text'),
    },
    association: {
      value: false,
      says: {
        en: 'A body of an association is not a body of the district.',
        es: 'Un órgano de una asociación no es un órgano del distrito.',
      },
      source: openMeetings('1.02', 'guide'),
    },
  },
  notice: {
    value: { regular: 48, special: 48, emergency: 0, skips: 'nothing' },
    says: {
      en: 'The agenda is posted 48 hours before regular and special meetings. Only a true emergency is free of that.',
      es: 'El orden del día se publica 48 horas antes de las reuniones ordinarias y extraordinarias. Solo una verdadera emergencia queda libre de ello.',
    },
    source: openMeetings('2.02(a)', 'text'),
  },
  quorum: {
    value: 'majority',
    says: {
      en: 'A majority of the members is a quorum; of five members, three.',
      es: 'La mayoría de los miembros es quórum; de cinco miembros, tres.',
    },
    source: openMeetings('1.02', 'text'),
  },
  serial: {
    value: 'majority-of-quorum',
    says: {
      en: 'A majority of a quorum that discusses public business is a meeting, also by electronic means. For a body of five it takes a quorum, three members.',
      es: 'La mayoría de un quórum que trata asuntos públicos ya es una reunión, también por medios electrónicos. En un órgano de cinco hace falta el quórum, tres miembros.',
    },
    source: openMeetings('1.02', 'text'),
  },
  oneWay: {
    value: false,
    says: {
      en: 'The law speaks of interactive words. One opinion to all is risky, so Concord counts it.',
      es: 'La ley habla de comunicación interactiva. Una opinión enviada a todos es arriesgada; por eso Concord la cuenta.',
    },
    source: openMeetings('1.02', 'text'),
  },
  votes: {
    value: 'named',
    says: {
      en: 'The minutes keep a record of any votes taken. Concord records each member’s vote by name.',
      es: 'El acta guarda el registro de los votos. Concord anota el voto de cada miembro con su nombre.',
    },
    source: openMeetings('2.06(a)', 'text'),
  },
  comment: {
    value: 'required',
    says: {
      en: 'Any person may address the officials, under the body’s rules.',
      es: 'Cualquier persona puede dirigirse a las autoridades, según las reglas del órgano.',
    },
    source: openMeetings('2.06(g)', 'unread'),
  },
  minutes: {
    value: 'required',
    says: {
      en: 'Written minutes say date, time, place, who was there, a summary and the votes. They are approved within 30 days or at the second regular meeting after, whichever is later.',
      es: 'El acta escrita dice fecha, hora, lugar, quién estuvo, un resumen y los votos. Se aprueba en 30 días o en la segunda reunión ordinaria siguiente, lo que llegue más tarde.',
    },
    source: openMeetings('2.06(a), (b)', 'text'),
  },
  bargaining: {
    value: 'required',
    says: {
      en: 'School districts bargain with the organization that represents their educational employees.',
      es: 'Los distritos escolares negocian con la organización que representa a su personal educativo.',
    },
    source: {
      citation: '115 ILCS 5/1',
      url: 'https://www.ilga.gov/legislation/ilcs/ilcs3.asp?ActID=1177&ChapterID=19',
      checkedOn: '2026-11-22',
      read: 'text',
    },
  },
  retention: [
    {
      class: 'minutes',
      years: 'permanent',
      says: {
        en: 'Concord keeps minutes for good. No public record is destroyed without written approval of the Local Records Commission.',
        es: 'Concord guarda las actas para siempre. Ningún documento público se destruye sin aprobación escrita de la Comisión de Documentos Locales.',
      },
      source: localRecords,
    },
    { class: 'decisions', years: 'permanent', says: commission, source: localRecords },
    { class: 'agreements', years: 'permanent', says: commission, source: localRecords },
    { class: 'reports', years: 'permanent', says: commission, source: localRecords },
    { class: 'correspondence', years: 'permanent', says: commission, source: localRecords },
    { class: 'working-papers', years: 'permanent', says: commission, source: localRecords },
  ],
};
