// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/row_inspector.h"

#include "ui/common/theme.h"
#include "ui/grid/rows/cell_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace joinery::ui {

namespace {

QLabel *section(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

QString indented(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    return document.isNull() ? json : QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace

RowInspector::RowInspector(GridModel &model, QWidget *parent) : QScrollArea(parent), m_model(model)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Row"));
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &RowInspector::fill);
    connect(&theme(), &Theme::changed, this, &RowInspector::fill);
}

void RowInspector::show(int row)
{
    m_row = row;
    QStringList names;
    for (const GridColumn &column : m_model.columns())
        names.append(column.name);
    if (!m_body || names != m_built) {
        m_built = names;
        build();
    }
    fill();
}

void RowInspector::build()
{
    m_body = new QWidget;
    m_fields.clear();
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(4);
    m_title = new QLabel(m_body);
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_caption = new QLabel(m_body);
    m_caption->setProperty("role", QStringLiteral("dim"));
    layout->addWidget(m_title);
    layout->addWidget(m_caption);
    layout->addSpacing(4);
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    form->setColumnStretch(1, 1);
    form->setColumnMinimumWidth(0, 90);
    layout->addLayout(form);
    int row = 0;
    for (size_t i = 0; i < m_model.columns().size(); ++i) {
        const GridColumn &column = m_model.columns()[i];
        Field field;
        if (column.look == GridColumn::Look::Json) {
            field.caption = section(column.name, m_body);
            field.text = new QPlainTextEdit(m_body);
            field.text->setFont(theme().monospaced());
            field.text->setFixedHeight(120);
            field.text->setTabChangesFocus(true);
            field.text->setAccessibleName(column.name);
            field.text->installEventFilter(this);
            layout->addWidget(field.caption);
            layout->addWidget(field.text);
        } else {
            field.caption = new QLabel(column.name, m_body);
            field.caption->setProperty("role", QStringLiteral("dim"));
            field.caption->setTextFormat(Qt::PlainText);
            field.caption->setToolTip(column.name + u' ' + column.typeText);
            field.line = new QLineEdit(m_body);
            if (column.look != GridColumn::Look::Text)
                field.line->setFont(theme().monospaced());
            field.line->setAccessibleName(column.name);
            field.line->installEventFilter(this);
            field.was = new QLabel(field.line);
            field.was->setFont(theme().monospaced());
            field.was->setProperty("role", QStringLiteral("dim"));
            field.was->setTextFormat(Qt::PlainText);
            field.was->setAttribute(Qt::WA_TransparentForMouseEvents);
            connect(field.line, &QLineEdit::textChanged, this, [this, i] { placeHint(m_fields[i]); });
            connect(field.line, &QLineEdit::editingFinished, this, [this, line = field.line, i] {
                if (!m_filling && m_row >= 0 && line->isModified()) {
                    line->setModified(false);
                    m_model.setText(m_model.index(m_row, int(i)), line->text());
                    fillField(int(i));
                }
            });
            form->addWidget(field.caption, row, 0);
            form->addWidget(field.line, row++, 1);
        }
        m_fields.push_back(field);
    }
    layout->addStretch();
    setWidget(m_body);
}

// A field that has the focus tells of its end when the window goes, and nothing here answers it any more.
RowInspector::~RowInspector()
{
    for (const Field &field : m_fields)
        if (field.line)
            field.line->disconnect(this);
}

void RowInspector::fill()
{
    if (!m_body)
        return;
    const bool there = m_row >= 0 && m_row < m_model.rowCount() && m_model.isRead(m_row);
    m_body->setEnabled(there);
    if (!there) {
        m_title->setText(m_tableName);
        m_caption->setText(tr("No row is selected"));
        return;
    }
    QString title;
    int changes = 0;
    for (size_t i = 0; i < m_model.columns().size(); ++i) {
        const GridModel::Cell cell = m_model.cell(m_model.index(m_row, int(i)));
        changes += cell.changed;
        if (title.isEmpty() && m_model.columns()[i].look == GridColumn::Look::Text && cell.kind == GridModel::Cell::Kind::Text)
            title = cell.text;
        fillField(int(i));
    }
    const QString number = QString::number(m_model.position(m_row) + 1);
    m_title->setText(title.isEmpty() ? tr("Row %1").arg(number) : title);
    QString caption = tr("%1 · row %2").arg(m_tableName, number);
    if (changes > 0)
        caption += tr(" · %n changes", nullptr, changes);
    m_caption->setText(caption);
}

void RowInspector::fillField(int column)
{
    const Field &field = m_fields[size_t(column)];
    const QModelIndex index = m_model.index(m_row, column);
    const driver::Value value = m_model.value(index);
    const GridModel::Cell cell = m_model.cell(index);
    const bool editable = m_model.mayType(index);
    const Colors &colors = theme().colors();
    const QString empty = cell.kind == GridModel::Cell::Kind::Given ? tr("auto") : value.isNull() || value.isDefault() ? QStringLiteral("NULL") : QString();
    m_filling = true;
    if (field.text) {
        const GridColumn &shape = m_model.columns()[size_t(column)];
        field.caption->setText(QString(shape.name % u" · " % shape.typeText.toLower() % (value.isNull() ? QString() : u", " % sizeText(value.wholeSize()))));
        if (!field.text->document()->isModified() || !field.text->hasFocus()) {
            field.text->setPlainText(value.isPart() ? QString(value.toText() % u'…') : indented(value.toText()));
            field.text->document()->setModified(false);
        }
        field.text->setPlaceholderText(empty);
        field.text->setReadOnly(!editable);
    } else {
        const bool big = value.wholeSize() > 20'000;
        if (!field.line->isModified() || !field.line->hasFocus()) {
            field.line->setText(cell.kind == GridModel::Cell::Kind::Boolean || big ? cell.text : value.toText());
            field.line->setCursorPosition(0);
            field.line->setModified(false);
        }
        field.line->setPlaceholderText(empty);
        field.line->setReadOnly(!editable || big);
        const auto old = cell.changed ? m_model.oldValue(index) : std::nullopt;
        const QString was = old ? tr("was %1").arg(old->isNull() ? QStringLiteral("NULL") : old->toText().left(200).simplified()) : QString();
        field.was->setText(was);
        field.line->setToolTip(was);
        field.line->setAccessibleDescription(was);
        field.line->setStyleSheet(cell.changed ? QStringLiteral("QLineEdit { background: %1; border-color: %2; }")
                                                     .arg(colors.changedSoft.name(), colors.changed.name())
                                               : QString());
        placeHint(field);
    }
    m_filling = false;
}

/// At the right in the field, where the text of the field ends before it; else the tip of the field says it.
void RowInspector::placeHint(const Field &field)
{
    constexpr int kPadding = 8;
    const QString text = field.line->text().isEmpty() ? field.line->placeholderText() : field.line->text();
    const int hint = field.was->sizeHint().width();
    const int right = field.line->width() - kPadding;
    const int end = 2 * kPadding + field.line->fontMetrics().horizontalAdvance(text);
    const bool fits = !field.was->text().isEmpty() && end + kPadding <= right - hint;
    field.was->setVisible(fits);
    if (fits)
        field.was->setGeometry(right - hint, 0, hint, field.line->height());
}

bool RowInspector::eventFilter(QObject *watched, QEvent *event)
{
    for (size_t i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields[i];
        if (event->type() == QEvent::Resize && field.line && field.line == watched)
            placeHint(field);
        if (event->type() == QEvent::FocusOut && field.text == watched && field.text && field.text->document()->isModified() && m_row >= 0) {
            field.text->document()->setModified(false);
            m_model.setText(m_model.index(m_row, int(i)), field.text->toPlainText());
        }
        // Escape leaves with the old value.
        const bool escape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        if (escape && (field.line == watched || field.text == watched) && m_row >= 0) {
            if (field.line)
                field.line->setModified(false);
            else
                field.text->document()->setModified(false);
            fillField(int(i));
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace joinery::ui
