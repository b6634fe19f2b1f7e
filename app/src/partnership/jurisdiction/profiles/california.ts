import type { Profile, Source } from '../profile.ts';

const code = (law: string, section: string) =>
  `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=${law}&sectionNum=${section}.`;
const government = (section: string, part: string, read: Source['read']): Source => ({
  citation: `Cal. Gov. Code § ${section}${part}`,
  url: code('GOV', section),
  checkedOn: '2026-11-22',
  read,
});
const title5 = (section: string, read: Source['read']): Source => ({
  citation: `5 CCR § ${section}`,
  url: `https://www.law.cornell.edu/regulations/california/5-CCR-${section}`,
  checkedOn: '2026-11-22',
  read,
});

export const california: Profile = {
  name: 'california',
  edition: '2026-11-22',
  title: { en: 'California', es: 'California' },
  about: {
    en: 'The Ralph M. Brown Act for local bodies, and the rules on records of school districts. Of the changes that began in 2026 (SB 707) the telecast duties do not reach school districts.',
    es: 'La Ley Ralph M. Brown para órganos locales y las normas sobre los documentos de los distritos escolares. De los cambios que empezaron en 2026 (SB 707), el deber de transmitir no alcanza a los distritos escolares.',
  },
  covered: {
    'board-itself': {
      value: true,
      says: {
        en: 'The governing board is a legislative body and meets in the open.',
        es: 'La junta de gobierno es un órgano legislativo y se reúne en público.',
      },
      source: government('54952', '(a)', 'text'),
    },
    'board-action': {
      value: true,
      says: {
        en: 'A body that the board created by a formal act is covered, for good or for a time, also when it only advises.',
        es: 'Un órgano que la junta creó por un acto formal está sujeto a la ley, sea permanente o temporal, aunque solo aconseje.',
      },
      source: government('54952', '(b)', 'text'),
    },
    law: {
      value: true,
      says: {
        en: 'A local body that a state or federal law creates is covered.',
        es: 'Un órgano local que crea una ley estatal o federal está sujeto a la ley.',
      },
      source: government('54952', '(a)', 'text'),
    },
    'board-task': {
      value: false,
      says: {
        en: 'Fewer board members than a quorum, nobody else, with one task for a short time, are not covered. A standing committee is.',
        es: 'Menos miembros de la junta que el quórum, nadie más, con una tarea breve, no están sujetos a la ley. Un comité permanente sí.',
      },
      source: government('54952', '(b)', 'text'),
    },
    superintendent: {
      value: false,
      says: {
        en: 'A body that the superintendent called together, without any act of the board, is not on the list of covered bodies.',
        es: 'Un órgano que convocó la superintendencia, sin acto alguno de la junta, no está en la lista de órganos sujetos a la ley.',
      },
      source: government('54952', '', 'guide'),
    },
    partners: {
      value: false,
      says: {
        en: 'A team that grew from an agreement of the partners is not on the list, unless the board created it by its vote on that agreement. Then choose board action. Ask your counsel.',
        es: 'Un equipo nacido de un acuerdo de los socios no está en la lista, salvo que la junta lo creara con su voto sobre ese acuerdo. En ese caso elijan acto de la junta. Consulten a su asesoría legal.',
      },
      source: government('54952', '(b)', 'guide'),
    },
    association: {
      value: false,
      says: {
        en: 'A body of an association is not a body of the district.',
        es: 'Un órgano de una asociación no es un órgano del distrito.',
      },
      source: government('54952', '', 'guide'),
    },
  },
  notice: {
    value: { regular: 72, special: 24, emergency: 1, skips: 'nothing' },
    says: {
      en: 'The agenda is posted 72 hours before a regular meeting and 24 hours before a special one; weekends count. For an emergency, news media that asked are told one hour before.',
      es: 'El orden del día se publica 72 horas antes de una reunión ordinaria y 24 horas antes de una extraordinaria; los fines de semana cuentan. En una emergencia se avisa una hora antes a los medios que lo pidieron.',
    },
    source: {
      citation: 'Cal. Gov. Code §§ 54954.2(a), 54956, 54956.5',
      url: code('GOV', '54954.2'),
      checkedOn: '2026-11-22',
      read: 'guide',
    },
  },
  quorum: {
    value: 'majority',
    says: {
      en: 'A meeting is a gathering of a majority of the members.',
      es: 'Hay reunión cuando se junta la mayoría de los miembros.',
    },
    source: government('54952.2', '(a)', 'text'),
  },
  serial: {
    value: 'quorum',
    says: {
      en: 'A majority must not discuss a matter outside a meeting by a series of communications, directly or through others.',
      es: 'Una mayoría no debe tratar un asunto fuera de una reunión mediante una serie de comunicaciones, directas o por medio de otros.',
    },
    source: government('54952.2', '(b)(1)', 'guide'),
  },
  oneWay: {
    value: false,
    says: {
      en: 'The law speaks of a majority that discusses. One opinion to all is risky, so Concord counts it.',
      es: 'La ley habla de una mayoría que delibera. Una opinión enviada a todos es arriesgada; por eso Concord la cuenta.',
    },
    source: government('54952.2', '(b)', 'guide'),
  },
  votes: {
    value: 'named',
    says: {
      en: 'No secret ballots. The body reports in public how each member present voted or that the member abstained.',
      es: 'No hay votos secretos. El órgano informa en público cómo votó, o que se abstuvo, cada miembro presente.',
    },
    source: government('54953', '(c)', 'guide'),
  },
  comment: {
    value: 'required',
    says: {
      en: 'The public may speak on each item before or while the body takes it up.',
      es: 'El público puede hablar sobre cada punto antes o mientras el órgano lo trata.',
    },
    source: government('54954.3', '', 'guide'),
  },
  minutes: {
    value: 'required',
    says: {
      en: 'The board of a school district keeps minutes of its meetings.',
      es: 'La junta de un distrito escolar lleva actas de sus reuniones.',
    },
    source: {
      citation: 'Cal. Educ. Code § 35145',
      url: code('EDC', '35145'),
      checkedOn: '2026-11-22',
      read: 'guide',
    },
  },
  bargaining: {
    value: 'required',
    says: {
      en: 'Districts bargain with the exclusive representative. A district must not dominate or meddle in an employee organization.',
      es: 'Los distritos negocian con el representante exclusivo. Un distrito no debe dominar una organización de empleados ni entrometerse en ella.',
    },
    source: government('3543.5', '(d)', 'guide'),
  },
  retention: [
    {
      class: 'minutes',
      years: 'permanent',
      says: {
        en: 'Minutes of the board and of its committees are permanent records.',
        es: 'Las actas de la junta y de sus comités son documentos permanentes.',
      },
      source: title5('16023', 'text'),
    },
    {
      class: 'decisions',
      years: 'permanent',
      says: {
        en: 'Rules, policies and resolutions that belong to the minutes are permanent records.',
        es: 'Las normas, políticas y resoluciones que pertenecen al acta son documentos permanentes.',
      },
      source: title5('16023', 'text'),
    },
    {
      class: 'agreements',
      years: 'permanent',
      says: {
        en: 'Concord keeps agreements of the partners for good, as it keeps official acts.',
        es: 'Concord guarda para siempre los acuerdos de los socios, como los actos oficiales.',
      },
      source: title5('16023', 'guide'),
    },
    {
      class: 'reports',
      years: 'permanent',
      says: {
        en: 'Major annual reports are permanent records. Concord treats reviews and lessons as such.',
        es: 'Los informes anuales importantes son documentos permanentes. Concord trata así las revisiones y lecciones.',
      },
      source: title5('16023', 'text'),
    },
    {
      class: 'correspondence',
      years: 4,
      says: {
        en: 'What is neither permanent nor marked for keeping is disposable, at the earliest in the third school year after the one it comes from. Four years are on the safe side.',
        es: 'Lo que no es permanente ni está marcado para guardarse es desechable, como pronto en el tercer año escolar después del suyo. Cuatro años es lo seguro.',
      },
      source: {
        citation: '5 CCR §§ 16025, 16026',
        url: 'https://www.law.cornell.edu/regulations/california/5-CCR-16026',
        checkedOn: '2026-11-22',
        read: 'guide',
      },
    },
    {
      class: 'working-papers',
      years: 4,
      says: {
        en: 'Detail records are disposable, at the earliest in the third school year after the one they come from.',
        es: 'Los documentos de detalle son desechables, como pronto en el tercer año escolar después del suyo.',
      },
      source: {
        citation: '5 CCR §§ 16025, 16026',
        url: 'https://www.law.cornell.edu/regulations/california/5-CCR-16026',
        checkedOn: '2026-11-22',
        read: 'guide',
      },
    },
  ],
};
