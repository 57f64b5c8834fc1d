// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/query/query_sql.h"

#include "core/session/like_pattern.h"

namespace joinery::session {

using driver::Value;

namespace {

QString operatorText(Expression::Comparison comparison)
{
    switch (comparison) {
    case Expression::Comparison::Equal: return QStringLiteral(" = ");
    case Expression::Comparison::NotEqual: return QStringLiteral(" <> ");
    case Expression::Comparison::Less: return QStringLiteral(" < ");
    case Expression::Comparison::LessOrEqual: return QStringLiteral(" <= ");
    case Expression::Comparison::Greater: return QStringLiteral(" > ");
    case Expression::Comparison::GreaterOrEqual: return QStringLiteral(" >= ");
    }
    Q_UNREACHABLE();
}

tl::unexpected<Error> nowhere(const Entity &entity, const QString &path)
{
    return fail(ErrorKind::InvalidInput, QStringLiteral("%1 has no %2.").arg(entity.name(), path));
}

} // namespace

QuerySql::QuerySql(const dialect::Dialect &dialect, const Entity &entity) : m_dialect(dialect), m_root{&entity, QStringLiteral("t0")} {}

QString QuerySql::table() const { return u" FROM " % m_dialect.quote(m_root.entity->table().name) % u' ' % m_root.alias; }

QString QuerySql::columns() const
{
    QStringList names;
    for (int column = 0; column < m_root.entity->columnCount(); ++column)
        names.append(quoted(m_root, column));
    return names.join(QStringLiteral(", "));
}

QString QuerySql::quoted(const Place &place, int column) const
{
    return place.alias % u'.' % m_dialect.quote(place.entity->column(column).name);
}

QString QuerySql::place(Value value)
{
    m_parameters.push_back(std::move(value));
    return m_dialect.placeholder(++m_places);
}

// What ties the target under `alias` to the record; `between` takes the association table where there is one.
QString QuerySql::matchText(const Place &from, const Relationship &relationship, const QString &alias, QString *between)
{
    const Place target{relationship.target, alias};
    QStringList parts;
    if (relationship.direction != Relationship::Direction::ManyToMany) {
        for (const Relationship::Pair &pair : relationship.pairs)
            parts.append(quoted(target, pair.there) % u" = " % quoted(from, pair.here));
        return parts.join(QStringLiteral(" AND "));
    }
    const QString link = alias % u'a';
    QStringList own;
    for (qsizetype i = 0; i < relationship.ownerColumns.size(); ++i)
        own.append(link % u'.' % m_dialect.quote(relationship.ownerColumns.at(i)) % u" = " % quoted(from, from.entity->key()[size_t(i)]));
    for (qsizetype i = 0; i < relationship.targetColumns.size(); ++i)
        parts.append(link % u'.' % m_dialect.quote(relationship.targetColumns.at(i)) % u" = " % quoted(target, relationship.target->key()[size_t(i)]));
    *between = m_dialect.quote(relationship.association) % u' ' % link;
    return own.join(QStringLiteral(" AND ")) % u'\n' % parts.join(QStringLiteral(" AND "));
}

QString QuerySql::addJoin(const Place &from, const Relationship &relationship, const QString &prefix, const QString &word)
{
    const QString path = prefix + relationship.name;
    const QString alias = u't' + QString::number(++m_aliases);
    QString between;
    const QStringList match = matchText(from, relationship, alias, &between).split(u'\n');
    if (!between.isEmpty())
        m_joins += word % between % u" ON " % match.first();
    m_joins += word % m_dialect.quote(relationship.target->table().name) % u' ' % alias % u" ON " % match.last();
    m_joined[path] = {relationship.target, alias};
    return path;
}

Result<QuerySql::Target> QuerySql::resolve(const Place &from, const QString &prefix, const QString &path)
{
    Place at = from;
    QString done = prefix;
    const QStringList names = path.split(u'.');
    for (qsizetype i = 0; i + 1 < names.size(); ++i) {
        const Relationship *relationship = at.entity->relationship(names.at(i));
        if (!relationship)
            return nowhere(*at.entity, names.at(i));
        auto joined = m_joined.find(done + relationship->name);
        // Inside a subquery everything is a subquery: the joins stand outside.
        if (joined == m_joined.end() && (relationship->isCollection() || at.alias.startsWith(u's')))
            return Target{at, -1, relationship, names.mid(i + 1).join(u'.')};
        if (joined == m_joined.end())
            joined = m_joined.find(addJoin(at, *relationship, done, QStringLiteral(" LEFT JOIN ")));
        at = joined->second;
        done = joined->first + u'.';
    }
    const int column = at.entity->columnIndex(names.last());
    if (column < 0)
        return nowhere(*at.entity, names.last());
    return Target{at, column, nullptr, {}};
}

Status QuerySql::join(const QString &path)
{
    Place at = m_root;
    QString done;
    for (const QString &name : path.split(u'.')) {
        const Relationship *relationship = at.entity->relationship(name);
        if (!relationship)
            return nowhere(*at.entity, name);
        if (!m_joined.contains(done + name))
            addJoin(at, *relationship, done, QStringLiteral(" JOIN "));
        at = m_joined[done + name];
        done += name + u'.';
    }
    return {};
}

Result<QString> QuerySql::column(const QString &path)
{
    JOINERY_TRY_VALUE(const Target target, resolve(m_root, {}, path));
    if (target.collection)
        return fail(ErrorKind::InvalidInput, QStringLiteral("%1 goes through %2, which holds many records: it has to be joined.")
                                                 .arg(path, target.collection->name));
    return quoted(target.place, target.column);
}

Result<QString> QuerySql::condition(const Expression &expression) { return conditionAt(m_root, {}, expression); }

Result<QString> QuerySql::conditionAt(const Place &at, const QString &prefix, const Expression &expression)
{
    switch (expression.kind) {
    case Expression::Kind::And:
    case Expression::Kind::Or: {
        const bool every = expression.kind == Expression::Kind::And;
        QStringList parts;
        for (const Expression &part : expression.parts) {
            JOINERY_TRY_VALUE(QString text, conditionAt(at, prefix, part));
            parts.append(std::move(text));
        }
        if (parts.isEmpty())
            return every ? QStringLiteral("1 = 1") : QStringLiteral("1 = 0");
        return QString(u'(' % parts.join(every ? QStringLiteral(" AND ") : QStringLiteral(" OR ")) % u')');
    }
    case Expression::Kind::Not: {
        JOINERY_TRY_VALUE(const QString text, conditionAt(at, prefix, expression.parts.front()));
        return QString(u"NOT (" % text % u')');
    }
    case Expression::Kind::Any: {
        const Relationship *relationship = at.entity->relationship(expression.path);
        if (!relationship)
            return nowhere(*at.entity, expression.path);
        return anyOf(at, *relationship, expression.parts.front());
    }
    case Expression::Kind::Compare:
    case Expression::Kind::CompareColumns:
    case Expression::Kind::Like:
    case Expression::Kind::In:
    case Expression::Kind::Between:
    case Expression::Kind::IsNull: return compare(at, prefix, expression);
    }
    Q_UNREACHABLE();
}

Result<QString> QuerySql::compare(const Place &at, const QString &prefix, const Expression &expression)
{
    JOINERY_TRY_VALUE(const Target target, resolve(at, prefix, expression.path));
    if (target.collection) {
        Expression inner = expression;
        inner.path = target.rest;
        return anyOf(target.place, *target.collection, inner);
    }
    const QString column = quoted(target.place, target.column);
    const std::vector<Value> &values = expression.values;
    switch (expression.kind) {
    case Expression::Kind::Compare: return QString(column % operatorText(expression.comparison) % place(values.front()));
    case Expression::Kind::CompareColumns: {
        JOINERY_TRY_VALUE(const Target other, resolve(at, prefix, expression.otherPath));
        if (other.collection)
            return fail(ErrorKind::InvalidInput, QStringLiteral("%1 goes through %2, which holds many records: it has to be joined.")
                                                     .arg(expression.otherPath, other.collection->name));
        return QString(column % operatorText(expression.comparison) % quoted(other.place, other.column));
    }
    case Expression::Kind::Like: {
        const QString text = column % u" LIKE " % place(values.front());
        return values.size() > 1 ? QString(text % u" ESCAPE '" % values[1].toText() % u'\'') : text;
    }
    case Expression::Kind::In: {
        QStringList places;
        for (const Value &value : values)
            places.append(place(value));
        return places.isEmpty() ? QStringLiteral("1 = 0") : QString(column % u" IN (" % places.join(QStringLiteral(", ")) % u')');
    }
    case Expression::Kind::Between: {
        const QString from = place(values[0]);
        return QString(column % u" BETWEEN " % from % u" AND " % place(values[1]));
    }
    case Expression::Kind::IsNull: return QString(column % u" IS NULL");
    case Expression::Kind::And:
    case Expression::Kind::Or:
    case Expression::Kind::Not:
    case Expression::Kind::Any: break;
    }
    Q_UNREACHABLE();
}

Result<QString> QuerySql::anyOf(const Place &from, const Relationship &relationship, const Expression &condition)
{
    const Place inside{relationship.target, u's' + QString::number(++m_aliases)};
    QString between;
    QString match = matchText(from, relationship, inside.alias, &between);
    match.replace(u'\n', QStringLiteral(" AND "));
    JOINERY_TRY_VALUE(const QString text, conditionAt(inside, inside.alias + u'.', condition));
    return QString(u"EXISTS (SELECT 1 FROM " % m_dialect.quote(relationship.target->table().name) % u' ' % inside.alias
                   % (between.isEmpty() ? QString() : QString(u", " % between)) % u" WHERE " % match % u" AND " % text % u')');
}

} // namespace joinery::session
