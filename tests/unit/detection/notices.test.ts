import { describe, expect, it } from 'vitest'
import { scanItem } from '@/lib/detection/scan'
import { sliceCodePoints } from '@/lib/text/code-points'

function found(category: string, text: string): [string, string][] {
  return scanItem({ text })
    .findings.filter((finding) => finding.category === category)
    .flatMap(({ type, spans }) =>
      spans.map(({ start, end }): [string, string] => [type, sliceCodePoints(text, start, end)]),
    )
}

describe('copyright notices', () => {
  it.each([
    'Copyright (c) 2019 Jane Doe',
    'Copyright 2019-2024, Example Press Ltd.',
    '© 2024 Example Press',
    '(C) 1999 by Jane Doe',
    '&copy; 2024 Example Press',
    'copyright by the Example Foundation',
    'COPYRIGHT (C) EXAMPLE PRESS 2005',
    'Copyright (c) the project authors',
    'SPDX-FileCopyrightText: 2024 Jane Doe',
    'Copyright \ufffd 1999 Example Press',
  ])('finds the whole of: %s', (notice) => {
    expect(found('copyright', `# ${notice}\nrest`)).toEqual([['copyright-notice', notice]])
  })

  it.each([
    'the copyright holder',
    'IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE',
    'under copyright law',
    'Copyright Act of 1976',
    'The above copyright notice shall be included',
    'items (a), (b) and (c) follow',
    'f(c) = 2000',
    'copyrights and patents',
  ])('speech about copyright is no notice: %s', (text) => {
    expect(found('copyright', text)).toEqual([])
  })

  it('ends at the end of the line, and after 160 characters of a line without end', () => {
    expect(found('copyright', '© 2024 A\n© 2025 B').map(([, notice]) => notice)).toEqual([
      '© 2024 A',
      '© 2025 B',
    ])
    expect(found('copyright', `© 2024 ${'x'.repeat(500)}`)[0]?.[1]).toHaveLength(166)
  })
})

describe('licences', () => {
  it.each([
    ['identifier', 'SPDX-License-Identifier: (MIT OR Apache-2.0)'],
    ['permissive', 'Permission is hereby granted, free of charge'],
    ['permissive', ' * Redistribution and use in source\n * and binary forms'],
    ['permissive', 'the Apache License, Version 2.0'],
    ['permissive', 'under the MIT licence'],
    ['copyleft', 'GNU Lesser General Public License'],
    ['copyleft', 'GPLv3+'],
    ['copyleft', 'Creative Commons Attribution-ShareAlike'],
    ['restricted', 'CC BY-NC-ND 4.0'],
    ['restricted', 'Unauthorised copying of this file'],
    ['public-domain', 'released into the public domain'],
  ])('says what kind of terms: %s in %s', (type, text) => {
    expect(found('licence', text).map(([kind]) => kind)).toContain(type)
  })

  it.each([
    'He lost his driving license.',
    'MIT is in Cambridge',
    'a permissive society',
    'the domain example.org',
    'apache helicopters',
    'she is free to use it',
  ])('ordinary speech is no licence: %s', (text) => {
    expect(found('licence', text)).toEqual([])
  })
})
