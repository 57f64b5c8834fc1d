// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/quick_pick.h"

#include "ui/common/theme.h"
#include "ui/shell/quick_pick_delegate.h"
#include "ui/shell/quick_pick_model.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

constexpr int kMostRows = 14;

} // namespace

QuickPick::QuickPick(QString name, QString hint, QList<Entry> entries, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint), m_model(new QuickPickModel(std::move(entries), this)),
      m_field(new QLineEdit(this)), m_list(new QListView(this)), m_nothing(new QLabel(tr("Nothing matches."), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(name);
    setAccessibleName(name);
    setObjectName(QStringLiteral("quickPick"));
    setStyleSheet(QStringLiteral("#quickPick { border: 1px solid %1; background: %2; }")
                      .arg(theme().colors().border.name(), theme().colors().surface.name()));
    m_field->setPlaceholderText(hint);
    m_field->setAccessibleName(hint);
    m_field->setMinimumHeight(32);
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuickPickDelegate(m_list));
    m_list->setAccessibleName(name);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_nothing->setProperty("role", "dim");
    m_nothing->setMargin(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &QuickPick::filter);
    connect(m_list, &QListView::clicked, this, &QuickPick::run);
    const QWidget *window = parent->window();
    setFixedWidth(qMin(640, window->width() - 80));
    filter({});
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 44)));
}

QStringList QuickPick::shown() const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        texts.append(m_model->entry(row).text);
    return texts;
}

void QuickPick::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_field->setFocus(Qt::PopupFocusReason);
}

void QuickPick::filter(const QString &pattern)
{
    m_model->setPattern(pattern);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    m_list->setCurrentIndex(m_model->index(0));
    const int rows = qMax(1, qMin(m_model->rowCount(), kMostRows));
    resize(width(), 8 + 34 + 8 + rows * 28 + 12);
    m_list->scrollToTop();
}

void QuickPick::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_model->entry(index.row()).enabled)
        return;
    const std::function<void()> chosen = m_model->entry(index.row()).run;
    close();
    if (chosen)
        QMetaObject::invokeMethod(qApp, chosen, Qt::QueuedConnection); // after the popup is gone
}

bool QuickPick::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return false;
    auto *press = static_cast<QKeyEvent *>(event);
    switch (press->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QApplication::sendEvent(m_list, event); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: run(); return true;
    case Qt::Key_Escape: close(); return true;
    default: return false;
    }
}

} // namespace joinery::ui
