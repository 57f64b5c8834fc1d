// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/table_inspector.h"

#include "core/diagram/relation.h"
#include "core/worker/table_rows.h"
#include "ui/common/retranslate.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"
#include "ui/undo/model_edits.h"
#include "ui/undo/value_text.h"
#include "ui/workbench/workbench.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

void clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QLabel *section(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QStringLiteral("section"));
    label->setContentsMargins(0, 8, 0, 0);
    return label;
}

QFormLayout *makeForm(QWidget *parent)
{
    auto *form = new QFormLayout(parent);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

} // namespace

TableInspector::TableInspector(Workbench &workbench, QWidget *parent)
    : QScrollArea(parent), m_workbench(workbench), m_nothing(new QLabel), m_content(new QWidget)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = new QWidget;
    auto *outer = new QVBoxLayout(all);
    outer->setContentsMargins(12, 12, 12, 12);
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("role", QStringLiteral("dim"));
    outer->addWidget(m_nothing);
    outer->addWidget(m_content);
    outer->addStretch();
    auto *stack = new QVBoxLayout(m_content);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(8);

    m_title = new QLabel(m_content);
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setWordWrap(true);
    m_summary = new QLabel(m_content);
    m_summary->setProperty("role", QStringLiteral("dim"));
    m_summary->setWordWrap(true);
    stack->addWidget(m_title);
    stack->addWidget(m_summary);
    auto *tableForm = new QWidget(m_content);
    QFormLayout *form = makeForm(tableForm);
    m_tableName = addField(form, false, [this](const QString &text) -> Status {
        if (text == table()->name.name)
            return {};
        if (text.isEmpty())
            return fail(ErrorKind::InvalidInput, tr("A table needs a name."));
        return apply({operation::RenameTable{table()->name, schema::Name(table()->name.schema, text)}},
                     tr("rename table %1 to %2").arg(table()->name.name, text));
    });
    m_tableComment = addField(form, false, [this](const QString &text) -> Status {
        if (text == table()->comment)
            return {};
        return apply({operation::SetTableComment{table()->name, table()->comment, text}}, tr("change comment of %1").arg(table()->name.name));
    });
    stack->addWidget(tableForm);

    m_columnSection = section(m_content);
    stack->addWidget(m_columnSection);
    m_columnForm = new QWidget(m_content);
    form = makeForm(m_columnForm);
    m_columnName = addField(form, false, [this](const QString &text) -> Status {
        if (text == column()->name)
            return {};
        const QString before = std::exchange(m_column, text);
        const Status renamed = apply({operation::RenameColumn{table()->name, before, text}},
                                     tr("rename column %1 to %2").arg(before, text));
        if (!renamed)
            m_column = before;
        return renamed;
    });
    m_type = addField(form, true, [this](const QString &text) -> Status {
        if (text == column()->type.toString())
            return {};
        schema::Column to = *column();
        JOINERY_TRY_VALUE(to.type, edits::parseType(*m_catalog, text));
        return alter(to, tr("change type of %1").arg(to.name));
    });
    m_nullableLabel = new QLabel(m_columnForm);
    m_nullable = new QCheckBox(m_columnForm);
    form->addRow(m_nullableLabel, m_nullable);
    connect(m_nullable, &QCheckBox::clicked, this, [this](bool nullable) {
        if (!column())
            return;
        schema::Column to = *column();
        to.nullable = nullable;
        if (const Status changed = alter(to, nullable ? tr("allow NULL in %1").arg(to.name)
                                                      : tr("forbid NULL in %1").arg(to.name)); !changed)
            m_workbench.report(changed.error(), tr("The column could not be changed"));
    });
    m_default = addField(form, true, [this](const QString &text) -> Status {
        schema::Column to = *column();
        to.defaultValue = edits::parseDefault(text);
        return alter(to, tr("change default of %1").arg(to.name));
    });
    m_columnComment = addField(form, false, [this](const QString &text) -> Status {
        schema::Column to = *column();
        to.comment = text;
        return alter(to, tr("change comment of %1").arg(to.name));
    });
    stack->addWidget(m_columnForm);

    m_relationSection = section(m_content);
    stack->addWidget(m_relationSection);
    auto *relations = new QWidget(m_content);
    m_relations = new QVBoxLayout(relations);
    m_relations->setContentsMargins(0, 0, 0, 0);
    m_relations->setSpacing(2);
    stack->addWidget(relations);
    auto *hints = new QWidget(m_content);
    m_hints = new QVBoxLayout(hints);
    m_hints->setContentsMargins(0, 4, 0, 0);
    m_hints->setSpacing(8);
    stack->addWidget(hints);
    setWidget(all);
    connect(&theme(), &Theme::changed, this, &TableInspector::refresh);
    retranslating(this, [this] { setTexts(); });
}

TableInspector::Field TableInspector::addField(QFormLayout *form, bool code, std::function<Status(const QString &)> commit)
{
    Field field;
    auto *box = new QWidget(form->parentWidget());
    auto *stack = new QVBoxLayout(box);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(2);
    field.label = new QLabel(form->parentWidget());
    field.label->setProperty("role", QStringLiteral("dim"));
    field.edit = new QLineEdit(box);
    if (code)
        field.edit->setFont(theme().monospaced());
    field.error = new QLabel(box);
    field.error->setProperty("role", QStringLiteral("error"));
    field.error->setWordWrap(true);
    field.error->hide();
    stack->addWidget(field.edit);
    stack->addWidget(field.error);
    form->addRow(field.label, box);
    connect(field.edit, &QLineEdit::editingFinished, this,
            [this, edit = field.edit, error = field.error, isColumn = form->parentWidget() == m_columnForm,
             commit = std::move(commit)] {
                if (!edit->isModified() || !m_project || !table() || (isColumn && !column()))
                    return;
                edit->setModified(false);
                const Status done = commit(edit->text().trimmed());
                error->setText(done ? QString() : done.error().message);
                error->setVisible(!done);
                edit->setProperty("valid", done.has_value());
                edit->style()->unpolish(edit);
                edit->style()->polish(edit);
            });
    return field;
}

void TableInspector::fill(Field &field, const QString &text)
{
    field.edit->setReadOnly(!m_project);
    if (field.edit->isModified() && field.edit->hasFocus())
        return;
    if (field.edit->text() != text) {
        field.edit->setText(text);
        field.edit->setCursorPosition(0);
    }
    field.edit->setToolTip(text.toHtmlEscaped());
    field.error->hide();
    if (field.edit->property("valid").isValid() && !field.edit->property("valid").toBool()) {
        field.edit->setProperty("valid", true);
        field.edit->style()->unpolish(field.edit);
        field.edit->style()->polish(field.edit);
    }
}

const schema::Table *TableInspector::table() const
{
    if (!m_catalog)
        return nullptr;
    return m_table.isNull() ? m_catalog->table(m_name) : m_catalog->table(m_table);
}

const schema::Column *TableInspector::column() const
{
    return table() && !m_column.isEmpty() ? table()->column(m_column) : nullptr;
}

Status TableInspector::apply(const operation::Operations &operations, const QString &text)
{
    return m_project->apply(operations, text);
}

Status TableInspector::alter(schema::Column to, const QString &text)
{
    if (to == *column())
        return {};
    return apply({operation::AlterColumn{table()->name, *column(), std::move(to), {}, {}, {}}}, text);
}

void TableInspector::inspect(const schema::CatalogPtr &catalog, const Uid &table, const schema::Name &name,
                          const QString &column, ProjectSession *project)
{
    m_catalog = catalog;
    m_table = table;
    m_name = name;
    m_column = column;
    m_project = project;
    refresh();
}

void TableInspector::showNothing()
{
    m_catalog.reset();
    refresh();
}

void TableInspector::setTexts()
{
    m_nothing->setText(tr("Select a table, a column or a relation: what is known about it stands here."));
    const auto name = [](Field &field, const QString &text, const QString &accessible) {
        field.label->setText(text);
        field.label->setBuddy(field.edit);
        field.edit->setAccessibleName(accessible);
    };
    name(m_tableName, tr("Name"), tr("Name of the table"));
    name(m_tableComment, tr("Comment"), tr("Comment of the table"));
    name(m_columnName, tr("Name"), tr("Name of the column"));
    name(m_type, tr("Type"), tr("Type of the column"));
    name(m_default, tr("Default"), tr("Default of the column"));
    name(m_columnComment, tr("Comment"), tr("Comment of the column"));
    m_nullableLabel->setText(tr("Nullable"));
    m_nullableLabel->setProperty("role", QStringLiteral("dim"));
    m_nullable->setText(tr("may be NULL"));
    m_nullable->setAccessibleName(tr("The column may be NULL"));
    m_relationSection->setText(tr("RELATIONS"));
    setAccessibleName(tr("Inspector"));
    refresh();
}

void TableInspector::refresh()
{
    const schema::Table *shown = table();
    m_nothing->setVisible(!shown);
    m_content->setVisible(shown);
    if (!shown)
        return;
    m_title->setText(shown->name.name.toHtmlEscaped());
    size_t relations = 0;
    for (const diagram::Relation &relation : diagram::relationsOf(*m_catalog))
        relations += relation.childTable == shown->name || relation.parentTable == shown->name;
    m_summary->setText(tr("table %1").arg(shown->name.toString()) + QStringLiteral(" · ")
                       + tr("%n columns", nullptr, int(shown->columns.size())) + QStringLiteral(" · ")
                       + tr("%n relations", nullptr, int(relations)));
    fill(m_tableName, shown->name.name);
    fill(m_tableComment, shown->comment);
    const schema::Column *chosen = column();
    m_columnSection->setVisible(chosen);
    m_columnForm->setVisible(chosen);
    if (chosen) {
        m_columnSection->setText(tr("COLUMN %1").arg(chosen->name));
        fill(m_columnName, chosen->name);
        // A database is shown in its own words, a model in those that hold on every engine.
        fill(m_type, m_project ? chosen->type.toString() : worker::typeText(chosen->type, m_catalog->dialect));
        fill(m_default, edits::defaultText(chosen->defaultValue));
        fill(m_columnComment, chosen->comment);
        m_nullable->setChecked(chosen->nullable);
        m_nullable->setEnabled(m_project && !shown->isInPrimaryKey(chosen->name));
    }
    updateRelations(*shown);
    updateHints(*shown);
}

void TableInspector::updateRelations(const schema::Table &shown)
{
    clear(m_relations);
    for (const diagram::Relation &relation : diagram::relationsOf(*m_catalog)) {
        const bool isChild = relation.childTable == shown.name;
        if (!isChild && relation.parentTable != shown.name)
            continue;
        auto *row = new QWidget(this);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 2, 0, 2);
        line->setSpacing(8);
        auto *sign = new QLabel(row);
        sign->setPixmap(icon(QStringLiteral("foreign-key")).pixmap(16, 16));
        auto *other = new QLabel((isChild ? relation.parentTable : relation.childTable).toString(), row);
        other->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto *kind = new QLabel(isChild ? (relation.childUnique ? tr("one to one") : tr("many to one"))
                                        : (relation.childUnique ? tr("one to one") : tr("one to many")), row);
        kind->setProperty("role", QStringLiteral("dim"));
        row->setToolTip(relation.toString().toHtmlEscaped());
        row->setAccessibleName(relation.toString());
        line->addWidget(sign);
        line->addWidget(other, 1);
        line->addWidget(kind);
        m_relations->addWidget(row);
    }
    m_relationSection->setVisible(m_relations->count() > 0);
}

void TableInspector::updateHints(const schema::Table &shown)
{
    clear(m_hints);
    for (const schema::ForeignKey &key : shown.foreignKeys) {
        if (edits::isIndexed(shown, key.columns))
            continue;
        const Colors &colors = theme().colors();
        auto *hint = new QFrame(this);
        hint->setObjectName(QStringLiteral("hint"));
        hint->setStyleSheet(QStringLiteral("QFrame#hint { background: %1; border-radius: 4px; } QLabel { color: %2; }")
                                .arg(colors.changedSoft.name(), colors.changed.name()));
        auto *line = new QHBoxLayout(hint);
        line->setContentsMargins(8, 6, 8, 6);
        auto *sign = new QLabel(hint);
        sign->setPixmap(icon(QStringLiteral("warning"), colors.changed).pixmap(16, 16));
        const QString columns = key.columns.join(QLatin1String(", "));
        auto *text = new QLabel(tr("%1 has no index.").arg(columns), hint);
        text->setWordWrap(true);
        line->addWidget(sign, 0, Qt::AlignTop);
        line->addWidget(text, 1);
        if (m_project) {
            auto *add = new QPushButton(tr("Add index"), hint);
            add->setProperty("role", QStringLiteral("link"));
            add->setAccessibleName(tr("Add an index on %1").arg(columns));
            connect(add, &QPushButton::clicked, this, [this, list = key.columns] {
                if (const Status added = apply(edits::addIndex(*table(), list, false),
                                               tr("add index on %1").arg(list.join(QLatin1String(", ")))); !added)
                    m_workbench.report(added.error(), tr("The index could not be added"));
            });
            line->addWidget(add);
        }
        m_hints->addWidget(hint);
    }
}

} // namespace joinery::ui
