import type { Constituency } from '../../partnership/access/index.ts';

/** The made-up people of the demo district. Keys name them in the rest of the story. */
export interface DemoOrganization {
  key: string;
  name: string;
  constituency: Constituency;
  exclusive: boolean;
  /** Whose lead brings it to the table. */
  broughtBy: string;
}

export interface DemoPerson {
  key: string;
  name: string;
  organization: string;
  title: string;
  lead?: true;
  school?: string;
  locale?: 'es';
  alternateFor?: string;
}

export const schools = [
  { key: 'lincoln', name: 'Lincoln Elementary School' },
  { key: 'cedar', name: 'Cedar Grove Elementary School' },
  { key: 'parks', name: 'Rosa Parks Elementary School' },
  { key: 'mill', name: 'Mill Creek Elementary School' },
  { key: 'harbor', name: 'Harbor Middle School' },
  { key: 'riverbend', name: 'Riverbend High School' },
] as const;

export const organizations: readonly DemoOrganization[] = [
  {
    key: 'support',
    name: 'Riverbend School Support Professionals',
    constituency: 'support',
    exclusive: true,
    broughtBy: 'okafor',
  },
  {
    key: 'board',
    name: 'Riverbend School Board',
    constituency: 'board',
    exclusive: false,
    broughtBy: 'okafor',
  },
  {
    key: 'pta',
    name: 'Riverbend PTA Council',
    constituency: 'families',
    exclusive: false,
    broughtBy: 'ortega',
  },
  {
    key: 'community',
    name: 'Riverbend Neighbors United',
    constituency: 'community',
    exclusive: false,
    broughtBy: 'ortega',
  },
  {
    key: 'students',
    name: 'Riverbend Student Council',
    constituency: 'students',
    exclusive: false,
    broughtBy: 'ortega',
  },
  {
    key: 'university',
    name: 'Valley State University',
    constituency: 'university',
    exclusive: false,
    broughtBy: 'okafor',
  },
];

export const founders = {
  superintendent: { key: 'okafor', name: 'Dr. Maya Okafor', title: 'Superintendent' },
  president: { key: 'ortega', name: 'Luis Ortega', title: 'President' },
} as const;

/** Everybody else, in the order in which they sat down. */
export const people: readonly DemoPerson[] = [
  {
    key: 'brandt',
    name: 'Helen Brandt',
    organization: 'administration',
    title: 'Assistant superintendent',
    lead: true,
  },
  {
    key: 'tran',
    name: 'Kim Tran',
    organization: 'administration',
    title: 'Director of student services',
  },
  {
    key: 'walsh',
    name: 'Peter Walsh',
    organization: 'administration',
    title: 'Chief business officer',
  },
  {
    key: 'hughes',
    name: 'Denise Hughes',
    organization: 'administration',
    title: 'Principal',
    school: 'lincoln',
  },
  {
    key: 'park',
    name: 'Daniel Park',
    organization: 'administration',
    title: 'Principal',
    school: 'cedar',
  },
  {
    key: 'baptiste',
    name: 'Marie Baptiste',
    organization: 'administration',
    title: 'Principal',
    school: 'parks',
  },
  {
    key: 'novak',
    name: 'Tomas Novak',
    organization: 'administration',
    title: 'Principal',
    school: 'mill',
  },
  {
    key: 'reyes',
    name: 'Carla Reyes',
    organization: 'administration',
    title: 'Principal',
    school: 'harbor',
  },
  {
    key: 'stone',
    name: 'Robert Stone',
    organization: 'administration',
    title: 'Principal',
    school: 'riverbend',
  },
  {
    key: 'adler',
    name: 'Ruth Adler',
    organization: 'educators',
    title: 'Vice president',
    lead: true,
  },
  { key: 'chen', name: 'Grace Chen', organization: 'educators', title: 'Treasurer' },
  {
    key: 'kowalski',
    name: 'Anna Kowalski',
    organization: 'educators',
    title: 'Building representative',
    school: 'lincoln',
  },
  {
    key: 'singh',
    name: 'Harpreet Singh',
    organization: 'educators',
    title: 'Building representative',
    school: 'cedar',
  },
  {
    key: 'moore',
    name: 'Jasmine Moore',
    organization: 'educators',
    title: 'Building representative',
    school: 'parks',
  },
  {
    key: 'fischer',
    name: 'Ben Fischer',
    organization: 'educators',
    title: 'Building representative',
    school: 'mill',
  },
  {
    key: 'delgado',
    name: 'Sofía Delgado',
    organization: 'educators',
    title: 'Building representative',
    school: 'harbor',
    locale: 'es',
  },
  {
    key: 'price',
    name: 'Marcus Price',
    organization: 'educators',
    title: 'Building representative',
    school: 'riverbend',
  },
  {
    key: 'lopez',
    name: 'Elena López',
    organization: 'educators',
    title: 'Second-grade teacher',
    school: 'lincoln',
    locale: 'es',
  },
  {
    key: 'wright',
    name: 'Tim Wright',
    organization: 'educators',
    title: 'Reading specialist',
    school: 'cedar',
  },
  {
    key: 'osei',
    name: 'Abena Osei',
    organization: 'educators',
    title: 'School counselor',
    school: 'harbor',
  },
  {
    key: 'larsen',
    name: 'Kristin Larsen',
    organization: 'educators',
    title: 'Mathematics teacher',
    school: 'riverbend',
  },
  {
    key: 'haddad',
    name: 'Omar Haddad',
    organization: 'educators',
    title: 'Science teacher',
    school: 'riverbend',
  },
  {
    key: 'greene',
    name: 'Yolanda Greene',
    organization: 'support',
    title: 'Chapter president',
    lead: true,
  },
  { key: 'murphy', name: 'Sean Murphy', organization: 'support', title: 'Bus driver' },
  {
    key: 'castillo',
    name: 'Rosa Castillo',
    organization: 'support',
    title: 'Cafeteria manager',
    school: 'parks',
    locale: 'es',
  },
  {
    key: 'bell',
    name: 'Andre Bell',
    organization: 'support',
    title: 'Paraeducator',
    school: 'mill',
  },
  {
    key: 'ivanova',
    name: 'Olga Ivanova',
    organization: 'support',
    title: 'School secretary',
    school: 'lincoln',
  },
  {
    key: 'jackson',
    name: 'Loretta Jackson',
    organization: 'board',
    title: 'Board chair',
    lead: true,
  },
  { key: 'meyer', name: 'Frank Meyer', organization: 'board', title: 'Board member' },
  { key: 'shah', name: 'Priya Shah', organization: 'board', title: 'Board member' },
  { key: 'thompson', name: 'Gail Thompson', organization: 'board', title: 'Board member' },
  {
    key: 'rivera',
    name: 'Carmen Rivera',
    organization: 'pta',
    title: 'PTA council president',
    lead: true,
    locale: 'es',
  },
  {
    key: 'nguyen',
    name: 'Linh Nguyen',
    organization: 'pta',
    title: 'PTA president',
    school: 'lincoln',
  },
  {
    key: 'cohen',
    name: 'David Cohen',
    organization: 'pta',
    title: 'PTA president',
    school: 'cedar',
  },
  {
    key: 'flores',
    name: 'Miguel Flores',
    organization: 'pta',
    title: 'PTA president',
    school: 'parks',
    locale: 'es',
  },
  {
    key: 'evans',
    name: 'Tanya Evans',
    organization: 'pta',
    title: 'PTA president',
    school: 'harbor',
  },
  {
    key: 'quinn',
    name: 'Patricia Quinn',
    organization: 'pta',
    title: 'PTA president',
    school: 'riverbend',
  },
  { key: 'abdi', name: 'Fatima Abdi', organization: 'community', title: 'Director', lead: true },
  { key: 'webb', name: 'Pastor James Webb', organization: 'community', title: 'Youth programs' },
  {
    key: 'romero',
    name: 'Lucia Romero',
    organization: 'community',
    title: 'Health clinic liaison',
  },
  {
    key: 'kim',
    name: 'Jordan Kim',
    organization: 'students',
    title: 'Student council president',
    lead: true,
    school: 'riverbend',
  },
  {
    key: 'diaz',
    name: 'Valeria Díaz',
    organization: 'students',
    title: 'Student council member',
    school: 'riverbend',
    locale: 'es',
  },
  {
    key: 'lindqvist',
    name: 'Dr. Sara Lindqvist',
    organization: 'university',
    title: 'Improvement research lead',
    lead: true,
  },
  { key: 'patel', name: 'Ravi Patel', organization: 'university', title: 'Facilitator' },
  {
    key: 'simmons',
    name: 'Joy Simmons',
    organization: 'administration',
    title: 'Assistant principal',
    school: 'harbor',
    alternateFor: 'reyes',
  },
  {
    key: 'berg',
    name: 'Nora Berg',
    organization: 'educators',
    title: 'Art teacher',
    school: 'parks',
    alternateFor: 'moore',
  },
  {
    key: 'fox',
    name: 'Leon Fox',
    organization: 'support',
    title: 'Custodian',
    school: 'harbor',
    alternateFor: 'murphy',
  },
  {
    key: 'hale',
    name: 'Monica Hale',
    organization: 'pta',
    title: 'Parent',
    school: 'mill',
    alternateFor: 'rivera',
  },
];
