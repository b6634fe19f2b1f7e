export { readLesson, readLessons } from './lesson.store.ts';
export { writeLesson } from './write-lesson.ts';
