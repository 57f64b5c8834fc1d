// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/json_tree.h"

#include "ui/grid/cell/value_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTreeWidget>

namespace joinery::ui {

namespace {

constexpr int kMostItems = 20'000;

// A single value is JSON too, but Qt reads documents alone.
QJsonDocument parsed(const QByteArray &utf8, QJsonParseError &error)
{
    const QJsonDocument inArray = QJsonDocument::fromJson('[' + utf8 + "\n]", &error);
    if (error.error != QJsonParseError::NoError)
        error.offset = std::max(0, error.offset - 1);
    else if (inArray.array().size() != 1)
        error.error = QJsonParseError::GarbageAtEnd;
    return inArray;
}

QString mistake(const QByteArray &utf8, const QJsonParseError &error)
{
    if (error.error == QJsonParseError::NoError)
        return {};
    const QByteArray before = utf8.left(error.offset);
    return ValueView::tr("This is no JSON: %1 (line %2, column %3)")
        .arg(error.errorString()).arg(before.count('\n') + 1).arg(QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1);
}

class Tree
{
public:
    explicit Tree(QTreeWidget &tree) : m_tree(tree) {}

    void add(QTreeWidgetItem *parent, const QString &name, const QJsonValue &value)
    {
        if (m_items++ >= kMostItems)
            return;
        auto *item = new QTreeWidgetItem({name, textOf(value)});
        if (parent)
            parent->addChild(item);
        else
            m_tree.addTopLevelItem(item);
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto field = object.begin(); field != object.end(); ++field)
                add(item, field.key(), field.value());
        } else if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i)
                add(item, QString::number(i), array.at(i));
        }
    }
    bool isCut() const { return m_items > kMostItems; }

private:
    static QString textOf(const QJsonValue &value)
    {
        switch (value.type()) {
        case QJsonValue::Object: return QStringLiteral("{ %1 }").arg(value.toObject().size());
        case QJsonValue::Array: return QStringLiteral("[ %1 ]").arg(value.toArray().size());
        case QJsonValue::String: return u'"' % value.toString() % u'"';
        case QJsonValue::Null: return QStringLiteral("null");
        case QJsonValue::Undefined: return {};
        case QJsonValue::Bool:
        case QJsonValue::Double: return value.toVariant().toString();
        }
        return {};
    }

    QTreeWidget &m_tree;
    int m_items = 0;
};

} // namespace

QString jsonMistake(const QByteArray &utf8)
{
    QJsonParseError error;
    parsed(utf8, error);
    return mistake(utf8, error);
}

QString fillJsonTree(QTreeWidget &tree, const QByteArray &utf8)
{
    tree.clear();
    QJsonParseError error;
    const QJsonDocument document = parsed(utf8, error);
    if (const QString wrong = mistake(utf8, error); !wrong.isEmpty())
        return wrong;
    Tree items(tree);
    items.add(nullptr, ValueView::tr("document"), document.array().first());
    tree.expandToDepth(1);
    return items.isCut() ? ValueView::tr("Only the first 20,000 values are shown here.") : QString();
}

} // namespace joinery::ui
