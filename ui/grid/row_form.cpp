// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/row_form.h"

#include "ui/common/page_bar.h"
#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/grid/cell/row_inspector.h"
#include "ui/grid/grid_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace joinery::ui {

RowForm::RowForm(GridView &view, QWidget *parent)
    : QWidget(parent), m_view(view), m_previous(new QToolButton(this)), m_next(new QToolButton(this)), m_place(new QLabel(this)),
      m_state(new QLabel(this)), m_revert(new QPushButton(this)), m_close(new QPushButton(this)),
      m_fields(new RowInspector(view.model(), this, RowInspector::Shape::Form))
{
    auto *bar = new PageBar(this);
    m_previous->setIcon(icon(QStringLiteral("chevron-left")));
    m_next->setIcon(icon(QStringLiteral("chevron-right")));
    for (QWidget *widget : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_place),
                            static_cast<QWidget *>(m_state)})
        bar->row().addWidget(widget);
    bar->row().addStretch();
    bar->row().addWidget(m_revert);
    bar->row().addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_fields, 1);
    setFocusProxy(m_fields);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_revert, &QPushButton::clicked, this, &RowForm::revertAsked);
    connect(m_close, &QPushButton::clicked, this, &RowForm::closeAsked);
    connect(view.table().selectionModel(), &QItemSelectionModel::currentChanged, this, &RowForm::follow);
    connect(&view.model(), &QAbstractItemModel::dataChanged, this, &RowForm::follow);
    connect(&view.model(), &GridModel::moved, this, &RowForm::follow);
    connect(&view.model(), &GridModel::extentChanged, this, &RowForm::follow);
    connect(&theme(), &Theme::changed, this, &RowForm::follow);
    retranslating(this, [this] { retranslate(); });
    hide();
}

void RowForm::retranslate()
{
    const auto name = [](QAbstractButton *button, const QString &text, const QString &tip) {
        button->setText(text);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
    };
    name(m_previous, QString(), tr("Previous row (Alt+Up)"));
    name(m_next, QString(), tr("Next row (Alt+Down)"));
    name(m_revert, tr("Revert row"), tr("Drop what is staged for this row"));
    name(m_close, tr("All rows"), tr("Back to all rows (F4)"));
    follow();
}

void RowForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow();
}

void RowForm::follow()
{
    if (!isVisible())
        return;
    GridModel &model = m_view.model();
    const QModelIndex current = m_view.table().currentIndex();
    const int row = current.isValid() ? current.row() : -1;
    m_fields->show(row);
    const qint64 at = row < 0 ? -1 : model.position(row);
    m_previous->setEnabled(at > 0);
    m_next->setEnabled(at + 1 < model.extent());
    const QLocale locale;
    m_place->setText(row < 0 ? tr("No row is selected") : tr("Row %1 of %2").arg(locale.toString(at + 1), locale.toString(model.extent())));
    const Colors &colors = theme().colors();
    QString words;
    QColor color = colors.dim;
    switch (row < 0 ? GridModel::RowState::Plain : model.rowState(row)) {
    case GridModel::RowState::Plain: break;
    case GridModel::RowState::Changed: words = tr("changed, not written yet"); color = colors.changed; break;
    case GridModel::RowState::Added: words = tr("new, not written yet"); color = colors.added; break;
    case GridModel::RowState::Deleted: words = tr("to be deleted"); color = colors.deleted; break;
    }
    if (row >= 0 && model.isFailed(row) && model.edits()->failure()) {
        words = model.edits()->failure()->error.message;
        color = colors.deleted;
    }
    m_state->setText(words);
    m_state->setStyleSheet(QStringLiteral("color: %1;").arg(color.name()));
    m_revert->setVisible(model.edits() && model.edits()->refusal().isEmpty());
    m_revert->setEnabled(row >= 0 && model.changeAt(row) != 0);
}

void RowForm::step(int rows)
{
    // What is being typed belongs to the row that is left.
    if (QWidget *field = focusWidget())
        field->clearFocus();
    GridTable &table = m_view.table();
    const QModelIndex current = table.currentIndex();
    const qint64 at = current.isValid() ? m_view.model().position(current.row()) : 0;
    table.goTo(at + rows, current.isValid() ? current.column() : 0);
    follow();
}

void RowForm::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && event->key() == Qt::Key_Up)
        step(-1);
    else if (alt && event->key() == Qt::Key_Down)
        step(1);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closeAsked();
    else
        QWidget::keyPressEvent(event);
}

} // namespace joinery::ui
