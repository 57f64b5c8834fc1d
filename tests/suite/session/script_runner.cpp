// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/session/script_runner.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace joinery::test {

using driver::Value;
using session::RecordState;

namespace {

Value valueOf(const QJsonValue &json) { return json.isNull() ? Value() : Value::text(json.toString()); }

QJsonValue jsonOf(const Value &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (value.tag() == driver::ValueTag::Integer)
        return value.toInteger();
    return value.toText();
}

QString kindOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unique:
    case ErrorKind::NotNull:
    case ErrorKind::ForeignKey:
    case ErrorKind::Check: return QStringLiteral("constraint");
    case ErrorKind::Conflict: return QStringLiteral("stale");
    case ErrorKind::Undefined: return QStringLiteral("detached");
    case ErrorKind::Unsupported: return QStringLiteral("circular");
    case ErrorKind::InvalidInput: return QStringLiteral("invalid");
    default: return kindName(error.kind) + QStringLiteral(": ") + error.message;
    }
}

QString stateName(RecordState state)
{
    switch (state) {
    case RecordState::Transient: return QStringLiteral("transient");
    case RecordState::Pending: return QStringLiteral("pending");
    case RecordState::Persistent: return QStringLiteral("persistent");
    case RecordState::Deleted: return QStringLiteral("deleted");
    case RecordState::Detached: return QStringLiteral("detached");
    }
    Q_UNREACHABLE();
}

QString text(const QJsonArray &json) { return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)); }

} // namespace

QString ScriptRunner::play(const QJsonArray &script)
{
    for (qsizetype at = 0; at < script.size(); ++at) {
        const QJsonArray step = script.at(at).toArray();
        const QJsonObject gave = this->step(step);
        if (gave != step.last().toObject())
            return QStringLiteral("step %1 %2 gave %3 %4").arg(at).arg(text(step), text({gave}), m_said);
    }
    return {};
}

QJsonObject ScriptRunner::step(const QJsonArray &step)
{
    QJsonValue gives = QJsonValue::Undefined;
    m_said.clear();
    const Status done = run(step.first().toString(), step, gives);
    if (!done) {
        m_said = done.error().message;
        return {{QStringLiteral("error"), kindOf(done.error())}};
    }
    if (gives.isUndefined())
        return {};
    return {{QStringLiteral("gives"), gives}};
}

Status ScriptRunner::run(const QString &what, const QJsonArray &step, QJsonValue &gives)
{
    const QString name = step.at(2).toString();
    if (what == u"new") {
        JOINERY_TRY_VALUE(named(step.at(1)), m_session.create(name));
        const QJsonObject values = step.at(3).toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            JOINERY_TRY(named(step.at(1))->set(value.key(), valueOf(value.value())));
    } else if (what == u"add") {
        return m_session.add(named(step.at(1)));
    } else if (what == u"set") {
        return named(step.at(1))->set(name, valueOf(step.at(3)));
    } else if (what == u"append") {
        return named(step.at(1))->append(name, named(step.at(3)));
    } else if (what == u"remove") {
        return named(step.at(1))->remove(name, named(step.at(3)));
    } else if (what == u"assign") {
        return named(step.at(1))->relate(name, step.at(3).isNull() ? session::RecordPtr() : named(step.at(3)));
    } else if (what == u"read") {
        (void)named(step.at(1))->collection(name); // one that failed was not recorded either
    } else if (what == u"delete") {
        return m_session.remove(named(step.at(1)));
    } else if (what == u"flush") {
        return m_session.flush();
    } else if (what == u"commit") {
        return m_session.commit();
    } else if (what == u"rollback") {
        return m_session.rollback();
    } else if (what == u"begin_nested") {
        return m_session.beginNested();
    } else if (what == u"commit_nested") {
        return m_session.commitNested();
    } else if (what == u"rollback_nested") {
        return m_session.rollbackNested();
    } else if (what == u"query") {
        JOINERY_TRY_VALUE(gives, idsOf(step.at(1).toString()));
    } else if (what == u"state") {
        gives = stateName(named(step.at(1))->state());
    } else if (what == u"get") {
        JOINERY_TRY_VALUE(const Value value, named(step.at(1))->get(name));
        gives = jsonOf(value);
    } else {
        return fail(ErrorKind::Internal, QStringLiteral("There is no step %1.").arg(what));
    }
    return {};
}

Result<QJsonValue> ScriptRunner::idsOf(const QString &name)
{
    const session::Entity *entity = m_model.entity(name);
    JOINERY_TRY(m_session.flushBeforeQuery());
    JOINERY_TRY_VALUE(driver::Connection *connection, m_session.connection(false));
    JOINERY_TRY_VALUE(const driver::RowBlock rows, connection->fetch(u"SELECT * FROM " % m_dialect.quote(entity->table().name)));
    std::vector<qint64> ids;
    for (int row = 0; row < rows.rowCount(); ++row)
        ids.push_back(m_session.take(*entity, rows, row)->values()[0].toInteger());
    std::sort(ids.begin(), ids.end());
    QJsonArray json;
    for (const qint64 id : ids)
        json.append(id);
    return json;
}

QString ScriptRunner::compareTables(const QJsonObject &tables)
{
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        const QString order = table.key() == u"post_tag" ? QStringLiteral("1, 2") : QStringLiteral("1");
        const auto rows = m_connection.fetch(u"SELECT * FROM " % m_dialect.quote(table.key()) % u" ORDER BY " % order);
        if (!rows)
            return rows.error().message;
        QJsonArray found;
        for (int row = 0; row < rows->rowCount(); ++row) {
            QJsonArray cells;
            for (int column = 0; column < rows->columnCount(); ++column)
                cells.append(jsonOf(rows->value(row, column)));
            found.append(cells);
        }
        if (found != table.value().toArray())
            return QStringLiteral("%1 holds %2 instead of %3").arg(table.key(), text(found), text(table.value().toArray()));
    }
    return {};
}

} // namespace joinery::test
