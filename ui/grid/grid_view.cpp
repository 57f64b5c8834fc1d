// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_view.h"

#include "ui/common/theme.h"
#include "ui/grid/failure_strip.h"
#include "ui/grid/selection_summary.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QSignalBlocker>

namespace joinery::ui {

GridView::GridView(QWidget *parent)
    : QWidget(parent), m_model(new GridModel(this)), m_table(new GridTable(*m_model, this)),
      m_bar(new QScrollBar(Qt::Vertical, this)), m_failure(new FailureStrip(m_table->viewport())), m_empty(new QLabel(m_table))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
    setFocusProxy(m_table);
    m_bar->setAccessibleName(tr("Position in the table"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("role", QStringLiteral("dim"));
    m_empty->setWordWrap(true);
    m_empty->hide();
    m_failure->hide();
    m_table->viewport()->installEventFilter(this);

    connect(m_bar, &QScrollBar::valueChanged, this, [this](int value) { m_table->setTopPosition(value); });
    connect(m_table, &GridTable::scrolled, this, &GridView::follow);
    connect(m_table, &GridTable::said, this, &GridView::said);
    connect(m_model, &GridModel::extentChanged, this, [this] {
        if (!m_fitted && m_model->rowCount() > 0 && m_model->isRead(0)) {
            m_fitted = true;
            m_table->fitColumns();
        }
        follow();
        placeFailure();
    });
    connect(m_failure, &FailureStrip::resolveAsked, this, &GridView::resolveAsked);
    connect(m_model, &GridModel::refused, this, &GridView::said);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &GridView::statusChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &GridView::statusChanged);
}

void GridView::setFeed(RowFeed *feed, std::vector<GridColumn> columns, TableEdits *edits, bool looseTypes)
{
    const bool sameColumns = columns.size() == m_model->columns().size()
                             && std::equal(columns.begin(), columns.end(), m_model->columns().begin(),
                                           [](const GridColumn &a, const GridColumn &b) { return a.name == b.name; });
    if (m_model->edits())
        m_model->edits()->disconnect(this);
    m_model->setFeed(feed, std::move(columns), edits, looseTypes);
    m_fitted = sameColumns && m_fitted;
    if (!m_fitted)
        m_table->fitColumns();
    if (edits) {
        connect(edits, &TableEdits::failureChanged, this, [this] {
            placeFailure();
            m_table->verticalHeader()->viewport()->update();
        });
        connect(edits, &TableEdits::changed, this, &GridView::placeFailure);
    }
    m_table->setTopPosition(0);
    follow();
}

void GridView::follow()
{
    const QSignalBlocker quiet(m_bar);
    const qint64 last = std::max<qint64>(0, m_model->extent() - m_table->visibleRows());
    m_bar->setRange(0, int(std::min<qint64>(last, std::numeric_limits<int>::max())));
    m_bar->setPageStep(m_table->visibleRows());
    m_bar->setSingleStep(1);
    m_bar->setValue(int(m_table->topPosition()));
    m_bar->setVisible(last > 0);
    placeFailure();
    Q_EMIT statusChanged();
}

void GridView::placeFailure()
{
    const TableEdits *edits = m_model->edits();
    if (!edits || !edits->failure()) {
        m_failure->hide();
        return;
    }
    const auto &failure = *edits->failure();
    m_failure->show(failure.error, !failure.conflicts.empty());
    const int row = failure.change == 0 ? -1 : m_model->rowOfChange(failure.change);
    const int width = qMin(m_table->viewport()->width() - 24, 760);
    m_failure->setFixedWidth(width);
    m_failure->adjustSize();
    int y = 8;
    if (row >= 0) {
        const int top = m_table->rowViewportPosition(row);
        if (top + m_table->rowHeight() < 0 || top > m_table->viewport()->height()) {
            m_failure->hide(); // the row is not on the screen, and its words stand at it
            return;
        }
        y = top + m_table->rowHeight() + 2;
        if (y + m_failure->height() > m_table->viewport()->height())
            y = qMax(0, top - m_failure->height() - 2);
    }
    m_failure->move(8, y);
    m_failure->raise();
    m_failure->QWidget::show();
}

void GridView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    placeEmptyText();
}

void GridView::placeEmptyText()
{
    m_empty->setVisible(!m_empty->text().isEmpty());
    const QRect room = m_table->viewport()->geometry();
    m_empty->setGeometry(room.adjusted(24, 24, -24, -24));
}

bool GridView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        placeEmptyText();
        placeFailure();
    }
    return QWidget::eventFilter(watched, event);
}

void GridView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    follow();
}

QString GridView::rowsText() const
{
    const QLocale locale;
    const RowFeed *feed = m_model->feed();
    if (!feed || (m_model->extent() == 0 && feed->isReading()))
        return {};
    if (m_model->extent() == 0)
        return tr("No rows");
    const qint64 first = m_table->topPosition();
    const qint64 last = std::min(m_model->extent(), first + m_table->visibleRows());
    const QString total = locale.toString(m_model->extent());
    return tr("Rows %1–%2 of %3").arg(locale.toString(first + 1), locale.toString(last),
                                      feed->isTotalExact() ? total : tr("about %1").arg(total));
}

QString GridView::selectionText() const
{
    return selectionSummary(*m_model, m_table->selectionModel()->selection());
}

} // namespace joinery::ui
