// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/revision_detail.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace joinery::ui {

RevisionDetail::RevisionDetail(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_subtitle(new QLabel(this)), m_engines(new QTabBar(this)),
      m_direction(new QTabBar(this)), m_sql(new SqlText(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setProperty("role", QStringLiteral("heading"));
    m_subtitle->setProperty("role", QStringLiteral("caption"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_subtitle->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_subtitle->setWordWrap(true);
    for (QTabBar *bar : {m_engines, m_direction}) {
        bar->setDrawBase(false);
        bar->setExpanding(false);
        connect(bar, &QTabBar::currentChanged, this, &RevisionDetail::showSql);
    }
    m_direction->addTab({});
    m_direction->addTab({});

    auto *bars = new QHBoxLayout;
    bars->setContentsMargins(0, 0, 0, 0);
    bars->addWidget(m_engines);
    bars->addStretch();
    bars->addWidget(m_direction);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * metrics::kUnit, 3 * metrics::kUnit, 4 * metrics::kUnit, 0);
    layout->setSpacing(metrics::kUnit);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addLayout(bars);
    layout->addWidget(m_sql, 1);
    retranslating(this, [this] { retranslate(); });
    clear();
}

void RevisionDetail::retranslate()
{
    m_direction->setTabText(0, tr("Upgrade"));
    m_direction->setTabText(1, tr("Downgrade"));
    m_engines->setAccessibleName(tr("SQL for engine"));
    m_direction->setAccessibleName(tr("Direction"));
    m_sql->setAccessibleName(tr("SQL of the revision"));
}

void RevisionDetail::clear()
{
    showHead({}, {});
    m_text = {};
    m_engines->hide();
    m_direction->hide();
    m_sql->showReadOnly({});
}

void RevisionDetail::preferDialect(const QString &dialect) { m_preferred = dialect; }

void RevisionDetail::showHead(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_title->setVisible(!title.isEmpty());
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void RevisionDetail::showText(const worker::RevisionText &text)
{
    m_text = text;
    const QString chosen = m_engines->count() ? m_engines->tabData(m_engines->currentIndex()).toString() : m_preferred;
    const QSignalBlocker quiet(m_engines);
    while (m_engines->count())
        m_engines->removeTab(0);
    for (const worker::RevisionText::Engine &engine : text.up) {
        const int tab = m_engines->addTab(engine.displayName);
        m_engines->setTabData(tab, engine.dialect);
        if (engine.dialect == chosen)
            m_engines->setCurrentIndex(tab);
    }
    m_engines->show();
    m_direction->show();
    m_direction->setTabEnabled(1, text.reversible);
    showSql();
}

void RevisionDetail::showFailure(const QString &message)
{
    m_engines->hide();
    m_direction->hide();
    m_sql->showReadOnly(QLatin1String("-- ") + message);
}

void RevisionDetail::showSql()
{
    const auto &engines = m_direction->currentIndex() == 1 ? m_text.down : m_text.up;
    const int index = m_engines->currentIndex();
    if (index < 0 || size_t(index) >= engines.size())
        return;
    const worker::RevisionText::Engine &engine = engines[size_t(index)];
    m_sql->setDialect(engine.dialect);
    m_sql->showReadOnly(engine.sql);
}

} // namespace joinery::ui
