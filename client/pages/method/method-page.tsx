import { useEffect } from 'react'
import { Footer } from '../../frame/footer.tsx'
import { Main } from '../../frame/page.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { useWords } from '../../i18n/words.ts'
import classes from './method.module.css'

const PARTS = [
  ['count', ['a', 'b', 'c']],
  ['chance', ['a', 'b', 'c']],
  ['share', ['a', 'b', 'c']],
  ['people', ['a', 'b', 'c']],
  ['course', ['a', 'b']],
  ['limits', ['a', 'b']],
] as const

/** What is counted, against what, of how many, and what that cannot say. */
export const MethodPage = () => {
  const { t } = useWords()
  usePageTitle(t('method.title'))
  // The browser went to the anchor before the page was there.
  useEffect(() => document.getElementById(window.location.hash.slice(1))?.scrollIntoView(), [])
  return (
    <>
      <Main className={classes.page}>
        <h1>{t('method.lead')}</h1>
        <nav aria-label={t('method.parts')} className={classes.parts}>
          <ul>
            {PARTS.map(([part]) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`method.${part}.title`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes.text}>
          {PARTS.map(([part, paragraphs]) => (
            <section key={part} id={part} aria-labelledby={`${part}-title`}>
              <h2 id={`${part}-title`}>{t(`method.${part}.title`)}</h2>
              {paragraphs.map((paragraph) => (
                // The list of parts says which paragraphs each has; the last two have no third.
                <p key={paragraph}>{t(`method.${part}.${paragraph}` as 'method.count.a')}</p>
              ))}
            </section>
          ))}
        </div>
      </Main>
      <Footer />
    </>
  )
}
