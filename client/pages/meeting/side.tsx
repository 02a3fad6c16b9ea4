import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { getDocument } from '../../../model/api/documents.ts'
import { GRAPH_FORMATS } from '../../../model/api/exports.ts'
import { requestFile } from '../../api.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { meetingName, useWords } from '../../i18n/words.ts'
import { factsOfNode, factsOfSentence } from '../../state/facts.ts'
import { Actions } from './actions.tsx'
import { EdgeDetail, NodeDetail } from './detail.tsx'
import { FactList } from './fact-list.tsx'
import { GraphPanel } from './graph-panel.tsx'
import { usePart, useReading } from './reading.tsx'
import type { Screen } from './screen.ts'
import classes from './side.module.css'
import { type Scope, scopeOf, useFacts } from './use-facts.ts'

const NONE: ReadonlySet<string> = new Set()

const scopeKey = (scope: Scope): string => (scope.is === 'item' ? String(scope.seq) : scope.is)

/** Facts of the selected edge's sentence, the edge among them. */
export const useSentence = () => {
  const { edge, document } = useReading()
  return useMemo(
    () => (edge ? factsOfSentence(document.facts, edge, document.id, document.text) : []),
    [edge, document],
  )
}

const PartFacts = ({ screen }: { screen: Screen }) => {
  const { t } = useWords()
  const { tab } = useReading()
  const scope = scopeOf(tab, usePart())
  const facts = useFacts(scope)
  return (
    <FactList
      facts={facts}
      title={t(`meeting.factsOf.${scope.is}`)}
      marked={NONE}
      screen={screen}
      scope={scopeKey(scope)}
    />
  )
}

/** The row that was pressed is gone when its details stand there, and these are when one goes back: the focus goes along. */
const useFocusAlong = (panel: RefObject<HTMLElement | null>, selected: string | null): void => {
  const former = useRef(selected)
  useEffect(() => {
    const left = former.current
    former.current = selected
    if (left === selected || document.activeElement !== document.body) return
    const to = selected ? '[data-detail]' : `[data-edge="${CSS.escape(left ?? '')}"]`
    panel.current?.querySelector<HTMLElement>(to)?.focus({ preventScroll: selected !== null })
  }, [panel, selected])
}

/** The facts of what is in view, or all about what is selected. */
export const Facts = ({ screen }: { screen: Screen }) => {
  const panel = useRef<HTMLDivElement>(null)
  const { edge, node } = useReading()
  useFocusAlong(panel, edge?.id ?? node?.id ?? null)
  return (
    <div ref={panel}>
      <FactsOrDetail screen={screen} />
    </div>
  )
}

/** All facts of the document, each with its sentence, as files. */
const ExportFacts = () => {
  const words = useWords()
  const { reply, document } = useReading()
  return (
    <ExportMenu
      title={meetingName(words, reply.meeting)}
      formats={GRAPH_FORMATS}
      take={(format) => requestFile(getDocument, { params: { id: document.id }, query: { format } })}
    />
  )
}

const FactsOrDetail = ({ screen }: { screen: Screen }) => {
  const { t } = useWords()
  const { edge, node, document } = useReading()
  const sentence = useSentence()
  const marked = useMemo(() => new Set(sentence.map(({ id }) => id)), [sentence])
  const ofNode = useMemo(() => (node ? factsOfNode(document.facts, node.id) : []), [node, document])
  const other = (
    <FactList
      facts={sentence}
      title={t('meeting.factsOf.sentence')}
      marked={marked}
      screen={screen}
      scope={edge?.id ?? ''}
    />
  )
  // On a phone the sentence is in sight above the sheet: what it says comes first.
  if (edge && screen === 'phone')
    return (
      <>
        {other}
        <Actions />
        <EdgeDetail edge={edge} />
      </>
    )
  if (edge)
    return (
      <>
        <EdgeDetail edge={edge} />
        <Actions />
        {sentence.length > 1 ? other : null}
      </>
    )
  if (node)
    return (
      <>
        <NodeDetail node={node} />
        <Actions />
        <FactList facts={ofNode} title={t('meeting.factsOf.node')} marked={NONE} screen={screen} scope={node.id} />
      </>
    )
  return (
    <>
      <PartFacts screen={screen} />
      <Actions>
        <ExportFacts />
      </Actions>
    </>
  )
}

/** The right column of a desktop. */
export const Side = () => {
  const { t } = useWords()
  return (
    <aside className={classes.side} aria-label={t('meeting.facts')}>
      <GraphPanel />
      <Facts screen="desktop" />
    </aside>
  )
}
