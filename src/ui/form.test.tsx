import type { VNode } from 'preact';
import { expect, test } from 'vitest';
import { Checkbox, CheckboxGroup, RadioGroup } from './choice-field.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { PostForm } from './post-form.tsx';
import { renderDocument } from './render.ts';
import { SelectField } from './select-field.tsx';
import { textFor } from './texts/text.ts';
import { DateField, TextArea, TextField } from './text-field.tsx';

const html = (vnode: VNode) => renderDocument(vnode).replace('<!doctype html>', '');
const t = textFor('id');
const options = [
  { value: 'a', label: 'Satu', hint: 'Yang pertama' },
  { value: 'b', label: 'Dua' },
];

test('a field is tied to its label, hint and error, and keeps what was typed', () => {
  const markup = html(
    <TextField name="email" label="Email" hint="Contoh" error="Bukan email" value={'a"><b>@'} type="email" />,
  );
  expect(markup).toContain('<label class="field-label" for="field-email">');
  expect(markup).toContain('aria-describedby="field-email-hint field-email-error"');
  expect(markup).toContain('id="field-email-hint"');
  expect(markup).toContain('id="field-email-error"');
  expect(markup).toContain('aria-invalid="true"');
  expect(markup).toContain('value="a&quot;>&lt;b>@"');
});

test('a field without hint and error is described by nothing', () => {
  const markup = html(<TextField name="name" label="Nama" optional="boleh dikosongkan" />);
  expect(markup).not.toContain('aria-describedby');
  expect(markup).not.toContain('aria-invalid');
  expect(markup).toContain('<span class="field-optional">(boleh dikosongkan)</span>');
});

test('two forms of a page may have fields of one name', () => {
  const markup = html(<TextField name="message" scope="reject" label="Pesan" hint="x" />);
  expect(markup).toContain('for="field-reject-message"');
  expect(markup).toContain('id="field-reject-message-hint"');
  expect(markup).toContain('name="message"');
});

test('a text area gives back every line break and shows markup as text', () => {
  expect(html(<TextArea name="d" label="Isi" value={'\nsatu\n</textarea><script>'} />)).toContain(
    '>\n\nsatu\n&lt;/textarea>&lt;script></textarea>',
  );
  expect(html(<TextArea name="d" label="Isi" value="satu" />)).toContain('>satu</textarea>');
});

test('a list marks what was chosen, in groups and out of them', () => {
  const markup = html(
    <SelectField
      name="c"
      label="Tentang"
      empty="Belum tahu"
      value="y"
      options={[...options, { group: 'Jalan', options: [{ value: 'y', label: 'Lubang' }] }]}
    />,
  );
  expect(markup).toContain('<option value>Belum tahu</option>');
  expect(markup).toContain('<optgroup label="Jalan"><option value="y" selected>Lubang</option></optgroup>');
  expect(markup.match(/selected/g)).toHaveLength(1);
});

test('choices stand in a named group; the first one is where the error summary leads', () => {
  const markup = html(<RadioGroup name="kind" label="Jenis" options={options} value="b" error="Pilih satu" />);
  expect(markup).toContain('<fieldset class="field field-wrong" aria-describedby="field-kind-error">');
  expect(markup).toContain('<legend class="field-label">Jenis');
  expect(markup).toMatch(
    /<input type="radio" id="field-kind" name="kind" value="a" aria-describedby="field-kind-hint"/,
  );
  expect(markup).toMatch(/<input type="radio" id="field-kind-2" name="kind" value="b" checked/);
});

test('ticked boxes stay ticked', () => {
  expect(
    html(<CheckboxGroup name="checks" label="Periksa" options={options} values={['a']} />).match(/checked/g),
  ).toHaveLength(1);
  expect(html(<Checkbox name="secret" label="Rahasia" isChecked />)).toContain('name="secret" value="yes" checked');
  expect(html(<Checkbox name="secret" label="Rahasia" />)).not.toContain('checked');
});

test('a date keeps its limits', () => {
  expect(html(<DateField name="until" label="Sampai" min="2026-11-24" value="2026-11-30" />)).toContain(
    'min="2026-11-24"',
  );
});

test('the error summary counts, leads to each field, and takes the focus without script', () => {
  const markup = html(
    <ErrorSummary
      t={t}
      problems={[
        { field: 'email', text: '<i>Bukan email' },
        { field: 'name', text: 'Isi' },
      ]}
    />,
  );
  expect(markup).toContain('Ada 2 hal yang perlu diperbaiki');
  expect(markup).toContain('<a href="#field-email">&lt;i>Bukan email</a>');
  expect(markup).toContain('role="alert"');
  expect(markup).toContain('autofocus');
  expect(html(<ErrorSummary t={t} problems={[]} />)).toBe('');
});

test('a form posts in the open, carries what is hidden, and leaves checking to the server', () => {
  const markup = html(
    <PostForm action="/lapor" hidden={{ nonce: '1' }} isMultipart>
      x
    </PostForm>,
  );
  expect(markup).toContain('method="post" action="/lapor" enctype="multipart/form-data" novalidate');
  expect(markup).toContain('<input type="hidden" name="nonce" value="1"');
});
