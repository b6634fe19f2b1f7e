import type { ComponentChildren, ComponentType } from 'preact';
import {
  Button,
  ButtonRow,
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  LinkButton,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../index.ts';

const schools = [
  {
    label: 'Elementary',
    choices: [
      { value: 'h', label: 'Harbor' },
      { value: 'p', label: 'Pine' },
    ],
  },
  { label: 'High', choices: [{ value: 'l', label: 'Lakeside High' }] },
];

export function Controls() {
  return (
    <Form action="/voices" hidden={{ token: 'x' }}>
      <RadioGroup
        name="kind"
        label="What would you like to say?"
        value="concern"
        choices={[
          {
            value: 'concern',
            label: 'A concern',
            hint: 'Something is not working for students or staff.',
          },
          { value: 'idea', label: 'An idea' },
          { value: 'praise', label: 'Praise' },
        ]}
      />
      <TextField name="title" label="In one line" value="Buses leave before tutoring ends" />
      <TextArea
        name="text"
        label="Tell us more"
        hint="What happens, for whom, and since when?"
        required={false}
        draft="gallery"
      />
      <SelectField name="school" label="School" prompt="Choose a school" choices={schools} />
      <DateField name="by" label="Answer wanted by" value="2026-12-04" />
      <RadioGroup
        name="stance"
        label="How do you feel about it?"
        inline
        choices={[
          'Strongly for',
          'For',
          'Can live with it',
          'Concerned',
          'Cannot live with it',
        ].map((label, at) => ({ value: String(at), label }))}
      />
      <CheckboxGroup
        name="for"
        label="Whom does it touch?"
        values={['students']}
        choices={[
          { value: 'students', label: 'Students' },
          { value: 'families', label: 'Families' },
          { value: 'staff', label: 'Staff' },
        ]}
      />
      <Fieldset name="period" label="When does it happen?">
        <DateField name="from" label="From" withTime />
        <TextField name="hours" label="Hours a week" type="number" value={3} />
      </Fieldset>
      <Checkbox
        name="anonymous"
        label="Keep my name to the two co-chairs"
        hint="Others see “a teacher at Harbor”."
        checked
      />
      <ButtonRow>
        <Button>Send your concern</Button>
        <LinkButton href="/voices" kind="quiet">
          Not now
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}

interface ErrorsProps {
  frame: ComponentType<{
    title: string;
    current: string;
    notice?: ComponentChildren;
    children?: ComponentChildren;
  }>;
}

export function Errors({ frame: Frame }: ErrorsProps) {
  const errors = [
    { field: 'email', message: 'Write the address with an @, like ana@example.org' },
    { field: 'stance', message: 'Choose one of the five answers' },
    { field: 'text', message: 'Say what would resolve your concern' },
  ];
  const error = (field: string) => errors.find((entry) => entry.field === field)?.message;
  return (
    <Frame title="Give your stance" current="Decisions" notice={<ErrorSummary errors={errors} />}>
      <Form action="/stance">
        <TextField
          name="email"
          type="email"
          label="Email"
          value="ana.example"
          error={error('email')}
        />
        <RadioGroup
          name="stance"
          label="Your stance"
          error={error('stance')}
          choices={[
            { value: 'for', label: 'For' },
            { value: 'live', label: 'Can live with it' },
            { value: 'not', label: 'Cannot live with it' },
          ]}
        />
        <TextArea name="text" label="Your concern" value="Thursdays" error={error('text')} />
        <Checkbox name="agree" label="I have read the proposal" error="Please read it first" />
        <Button>Save your stance</Button>
      </Form>
    </Frame>
  );
}
