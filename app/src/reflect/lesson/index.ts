export { lessonWords } from './lesson.words.ts';
export { LessonForm } from './lesson-form.view.tsx';
export { LessonPage } from './lesson-page.view.tsx';
