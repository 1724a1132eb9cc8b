// Issues as the APIs of GitLab and GitHub give them: labels tell difficulty and programme, assignees are who has it.
import { isMapping, textOf } from './json-value.ts'
import type { FieldLine, FieldName, PageReading, PageRecord } from './page-record.ts'

/** Whether a parsed JSON value is a list of issues (or one). */
export function isIssues(value: unknown): boolean {
  const first = Array.isArray(value) ? value[0] : value
  return (
    isMapping(first) &&
    typeof first['title'] === 'string' &&
    ('iid' in first || 'number' in first) &&
    ('web_url' in first || 'html_url' in first)
  )
}

/** Reads issues; pull requests in GitHub's list are none. A closed one is archived. */
export function readIssues(value: unknown): PageReading {
  const issues = Array.isArray(value) ? value : [value]
  const records = issues.flatMap((issue, index) =>
    isMapping(issue) && typeof issue['title'] === 'string' && !('pull_request' in issue)
      ? [recordOf(issue, index + 1)]
      : [],
  )
  return { title: null, revision: null, revised: null, records, lists: [], remarks: [] }
}

function recordOf(issue: Record<string, unknown>, line: number): PageRecord {
  const labels = labelsOf(issue['labels'])
  const fields = new Map<FieldName, readonly FieldLine[]>()
  const give = (name: FieldName, text: string | null | undefined) => {
    if (text)
      fields.set(
        name,
        text.split('\n').map((each) => ({ text: each.trimEnd(), line })),
      )
  }
  give('inserted', dayOf(issue['created_at']))
  give('verified', dayOf(issue['updated_at']))
  give('description', textOf(issue['description']) ?? textOf(issue['body']))
  give(
    'difficulty',
    labelled(labels, /^(?:difficulty|level|effort)\s?(?:::|:|\/|-)\s?(.+)$/i) ??
      labels
        .find((label) => /^(?:easy|medium|hard|beginner|advanced|good first issue|newcomer)$/i.test(label))
        ?.replace(/good first issue|newcomer/i, 'easy'),
  )
  give(
    'skills',
    labels
      .flatMap((label) => /^(?:skill|language|lang)s?\s?(?:::|:|\/)\s?(.+)$/i.exec(label)?.[1] ?? [])
      .join(', '),
  )
  const gsoc = labels.find((label) => /\bgsoc\b|google summer of code/i.test(label))
  if (gsoc) give('gsoc', 'yes')
  const people = [issue['assignees'], [issue['assignee']]].find(
    (each) => Array.isArray(each) && each.some(isMapping),
  )
  give('contact', contacts(issue['author'] ?? issue['user'], Array.isArray(people) ? people : []))
  const url = textOf(issue['web_url']) ?? textOf(issue['html_url'])
  return {
    title: String(issue['title']).trim(),
    line,
    section: issue['state'] === 'closed' ? ['closed issues', 'archived'] : [],
    fields,
    extra: {
      ...(url ? { url } : {}),
      ...(labels.length > 0 ? { labels: labels.join(', ') } : {}),
      ...(isMapping(issue['milestone']) && textOf(issue['milestone']['title'])
        ? { milestone: textOf(issue['milestone']['title']) ?? '' }
        : {}),
    },
    template: false,
  }
}

function contacts(author: unknown, assignees: readonly unknown[]): string {
  const names = assignees.map(personName).filter((name) => name !== null)
  const lead = personName(author)
  return [lead ? `Contact: ${lead};` : '', ...names.map((name) => `Student: ${name};`)].join(' ').trim()
}

function personName(person: unknown): string | null {
  return isMapping(person)
    ? (textOf(person['name']) ?? textOf(person['username']) ?? textOf(person['login']))
    : null
}

function labelsOf(labels: unknown): string[] {
  if (!Array.isArray(labels)) return []
  return labels
    .map((label) => (isMapping(label) ? textOf(label['name']) : textOf(label)))
    .filter((label) => label !== null)
}

function labelled(labels: readonly string[], pattern: RegExp): string | undefined {
  return labels.map((label) => pattern.exec(label)?.[1]).find((value) => value !== undefined)
}

function dayOf(value: unknown): string | null {
  return textOf(value)?.slice(0, 10) ?? null
}
