import { memo, type RefObject, useEffect, useMemo } from 'react'
import { useWords } from '../../i18n/words.ts'
import { partOfBlock, samePart } from '../../state/document-parts.ts'
import { deal } from '../../state/runs.ts'
import { BlockText } from './blocks.tsx'
import classes from './document.module.css'
import type { EvidenceMark, TextMark } from './marked-text.tsx'
import { partName } from './part-in-view.ts'
import { Rail } from './rail.tsx'
import { useReading } from './reading.tsx'

/** Masthead and number stand in one line above the red rule, as often as the document prints them. */
const Masthead = () => {
  const { t } = useWords()
  const { blocks, document, reply, setDocument } = useReading()
  const { text } = document
  const lines = blocks.filter(({ kind }) => kind === 'masthead' || kind === 'number')
  const several = reply.documents.length > 1
  return (
    <div className={classes.masthead}>
      <p>
        {lines.map(({ span }) => (
          <span key={span.start}>{text.slice(span.start, span.end).replace(/\s+/g, ' ')}</span>
        ))}
      </p>
      {several ? (
        <label className={classes.documents}>
          {t('meeting.document')}
          <select
            value={document.id}
            aria-label={t('meeting.otherDocument')}
            onChange={(event) => setDocument(event.currentTarget.value)}
          >
            {reply.documents.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p className={classes.file}>{t('meeting.documentName', { name: document.name })}</p>
      )}
    </div>
  )
}

const Text = memo(() => {
  const { blocks, document, marks, evidence, node } = useReading()
  const body = useMemo(() => blocks.filter(({ kind }) => kind !== 'masthead' && kind !== 'number'), [blocks])
  const dealt = useMemo(() => {
    const highlighted = evidence.map((span, index): EvidenceMark => ({ ...span, evidence: true, first: index === 0 }))
    return deal<TextMark>(
      body.map(({ span }) => span),
      [...marks, ...highlighted],
    )
  }, [body, marks, evidence])
  return body.map((block, index) => {
    const part = partOfBlock(block)
    const before = body[index - 1]
    const starts = !before || !samePart(partOfBlock(before), part)
    return (
      <div key={block.span.start} data-part={starts ? partName(part) : undefined} className={classes.block}>
        <BlockText
          text={document.text}
          block={block}
          entries={document.entries}
          marks={dealt[index] ?? []}
          chosen={node?.id ?? null}
        />
      </div>
    )
  })
})
Text.displayName = 'Text'

/** A click on a name selects it; by keyboard the same nodes are reached through the facts beside. */
const useNames = (article: RefObject<HTMLElement | null>): void => {
  const { selectNode } = useReading()
  useEffect(() => {
    const element = article.current
    const click = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || window.getSelection()?.isCollapsed === false) return
      const id = event.target.closest<HTMLElement>('[data-node]')?.dataset.node
      if (id) selectNode(id)
    }
    element?.addEventListener('click', click)
    return () => element?.removeEventListener('click', click)
  }, [article, selectNode])
}

export const MinutesText = ({ article }: { article: RefObject<HTMLElement | null> }) => {
  useNames(article)
  return (
    <div className={classes.column}>
      <article ref={article} className={classes.article} lang="zh">
        <Masthead />
        <Text />
      </article>
      <Rail article={article} />
    </div>
  )
}
