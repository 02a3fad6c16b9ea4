import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMinutes, toDocument } from '../../../ingest/read-minutes.ts'

test('what a web page says of itself is kept with its record, and is never the day of the meeting', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-page-'))
  try {
    const file = join(folder, 'page.html')
    const lines = [
      '时间：2023-02-13 09:20 来源：市政府办公室 访问量：',
      '岚州市人民政府常务会议纪要',
      '2023年2月3日上午，陆衡市长主持召开市政府第3次常务会议，审议《桥梁管理办法》。',
      '会议议定以下意见：',
      '一、审议《桥梁管理办法》',
      '（一）原则同意《桥梁管理办法》。由市住建局完善后印发。',
    ]
    writeFileSync(file, `<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`)
    const minutes = await readMinutes(file, { force: false })
    if (minutes.is !== 'minutes') throw new Error(minutes.reason)
    const document = toDocument(minutes, file)
    if ('is' in document) throw new Error(document.reason)
    expect(document.record.source.page).toEqual({ date: '2023-02-13', source: '市政府办公室' })
    expect(document.record.meeting.date).toBe('2023-02-03')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
