// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/matching.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace joinery::compare {

namespace {

constexpr double kThreshold = 0.60;
constexpr double kLead = 0.15; // above the runner-up of either side

/// Words of a name: split at '_' and at capitals, without the plural's s.
QStringList wordsOf(const QString &name)
{
    static const QRegularExpression kBorder(QStringLiteral("_|(?<=[a-z0-9])(?=[A-Z])"));
    QStringList words;
    for (QString word : name.split(kBorder, Qt::SkipEmptyParts)) {
        word = word.toLower();
        if (word.size() > 3 && word.endsWith(u's'))
            word.chop(1);
        words.append(word);
    }
    return words;
}

/// Damerau-Levenshtein (neighbours swapped count one), as a share of the longer text that stays.
double textSimilarity(const QString &a, const QString &b)
{
    const qsizetype n = a.size(), m = b.size();
    if (n == 0 || m == 0)
        return n == m ? 1 : 0;
    std::vector<std::vector<int>> d(size_t(n) + 1, std::vector<int>(size_t(m) + 1));
    for (qsizetype i = 0; i <= n; ++i) {
        for (qsizetype j = 0; j <= m; ++j) {
            int &cell = d[size_t(i)][size_t(j)];
            if (i == 0 || j == 0) {
                cell = int(i + j);
                continue;
            }
            const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            cell = std::min({d[size_t(i - 1)][size_t(j)] + 1, d[size_t(i)][size_t(j - 1)] + 1, d[size_t(i - 1)][size_t(j - 1)] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cell = std::min(cell, d[size_t(i - 2)][size_t(j - 2)] + 1);
        }
    }
    return 1.0 - double(d[size_t(n)][size_t(m)]) / double(std::max(n, m));
}

double nameSimilarity(const QString &a, const QString &b)
{
    return textSimilarity(wordsOf(a).join(u'_'), wordsOf(b).join(u'_'));
}

double jaccard(const QSet<QString> &a, const QSet<QString> &b)
{
    if (a.isEmpty() && b.isEmpty())
        return 1;
    QSet<QString> both = a;
    both.intersect(b);
    return double(both.size()) / double(a.size() + b.size() - both.size());
}

QString percent(double share) { return QString::number(qRound(share * 100)) + u'%'; }

RenameCandidate tableCandidate(const schema::Table &from, const schema::Table &to, const Shape &fromShape, const Shape &toShape)
{
    const auto columns = [](const schema::Table &table, const Shape &shape) {
        QSet<QString> set;
        for (const schema::Column &column : table.columns)
            set.insert(shape.name(column.name) + u' ' + shape.of(column.type));
        return set;
    };
    const auto keys = [](const schema::Table &table, const Shape &shape) {
        QSet<QString> set;
        for (const schema::ForeignKey &key : table.foreignKeys)
            set.insert(key.columns.join(u',') + u'>' + shape.name(key.referredTable == table.name ? schema::Name() : key.referredTable));
        return set;
    };
    const double shared = jaccard(columns(from, fromShape), columns(to, toShape));
    const bool samePrimary = (from.primaryKey ? from.primaryKey->columns : QStringList()) == (to.primaryKey ? to.primaryKey->columns : QStringList());
    const double sharedKeys = jaccard(keys(from, fromShape), keys(to, toShape));
    const double alike = nameSimilarity(from.name.name, to.name.name);
    RenameCandidate candidate;
    candidate.kind = RenameCandidate::Kind::Table;
    candidate.fromTable = from.name;
    candidate.toTable = to.name;
    candidate.score = 0.55 * shared + (samePrimary ? 0.15 : 0) + 0.15 * sharedKeys + 0.15 * alike;
    candidate.evidence.append(QStringLiteral("%1 of the columns are the same").arg(percent(shared)));
    if (samePrimary)
        candidate.evidence.append(QStringLiteral("same primary key"));
    if (!from.foreignKeys.empty() && sharedKeys > 0)
        candidate.evidence.append(QStringLiteral("%1 of the foreign keys are the same").arg(percent(sharedKeys)));
    candidate.evidence.append(QStringLiteral("the names are %1 alike").arg(percent(alike)));
    return candidate;
}

/// Where a column takes part: the kinds of keys and indexes.
QString roleOf(const schema::Column &column, const schema::Table &table)
{
    QString role = column.nullable ? QStringLiteral("null ") : QString();
    if (column.defaultValue)
        role += QStringLiteral("default=") + column.defaultValue->text + u' ';
    if (table.isInPrimaryKey(column.name))
        role += QStringLiteral("pk ");
    if (std::ranges::any_of(table.uniques, [&](const auto &each) { return each.columns.contains(column.name); }))
        role += QStringLiteral("unique ");
    if (std::ranges::any_of(table.foreignKeys, [&](const auto &each) { return each.columns.contains(column.name); }))
        role += QStringLiteral("fk ");
    const auto indexed = [&](const schema::Index &index) {
        return std::ranges::any_of(index.items, [&](const schema::IndexItem &item) { return item.column == column.name; });
    };
    if (std::ranges::any_of(table.indexes, indexed))
        role += QStringLiteral("index ");
    return role;
}

bool widens(const schema::Type &from, const schema::Type &to)
{
    using schema::TypeKind;
    const auto rank = [](TypeKind kind) {
        return kind == TypeKind::SmallInteger ? 1 : kind == TypeKind::Integer ? 2 : kind == TypeKind::BigInteger ? 3 : 0;
    };
    if (rank(from.kind) > 0 && rank(to.kind) > 0)
        return rank(from.kind) <= rank(to.kind);
    const bool text = from.kind == TypeKind::String || from.kind == TypeKind::Text || from.kind == TypeKind::Char;
    const bool toText = to.kind == TypeKind::String || to.kind == TypeKind::Text;
    if (text && toText)
        return !to.length || (from.length && *from.length <= *to.length);
    return from.kind == to.kind;
}

QString neighbour(const schema::Table &table, const schema::Column &column, int step)
{
    const qsizetype at = table.columnIndex(column.name) + step;
    return at < 0 || at >= qsizetype(table.columns.size()) ? QString() : table.columns[size_t(at)].name;
}

RenameCandidate columnCandidate(const TablePair &pair, const schema::Column &from, const schema::Column &to, const Shape &fromShape,
                                const Shape &toShape)
{
    RenameCandidate candidate;
    candidate.kind = RenameCandidate::Kind::Column;
    candidate.fromTable = pair.from->name;
    candidate.toTable = pair.to->name;
    candidate.fromColumn = from.name;
    candidate.toColumn = to.name;
    if (fromShape.of(from.type) == toShape.of(to.type)) {
        candidate.score += 0.40;
        candidate.evidence.append(QStringLiteral("same type %1").arg(to.type.toString()));
    } else if (widens(from.type, to.type)) {
        candidate.score += 0.24;
        candidate.evidence.append(QStringLiteral("%1 fits into %2").arg(from.type.toString(), to.type.toString()));
    }
    if (roleOf(from, *pair.from) == roleOf(to, *pair.to)) {
        candidate.score += 0.25;
        candidate.evidence.append(QStringLiteral("same NULL, default and keys"));
    }
    const bool samePlace = neighbour(*pair.from, from, -1) == neighbour(*pair.to, to, -1)
        || neighbour(*pair.from, from, 1) == neighbour(*pair.to, to, 1);
    if (samePlace) {
        candidate.score += 0.10;
        candidate.evidence.append(QStringLiteral("same place among the columns"));
    }
    const double alike = nameSimilarity(from.name, to.name);
    candidate.score += 0.25 * alike;
    candidate.evidence.append(QStringLiteral("the names are %1 alike").arg(percent(alike)));
    return candidate;
}

/// The best first; of one old or new element only the clear winner, and nothing where two are as good.
std::vector<RenameCandidate> clear(std::vector<RenameCandidate> all)
{
    const auto isFrom = [](const RenameCandidate &a, const RenameCandidate &b) { return a.fromTable == b.fromTable && a.fromColumn == b.fromColumn; };
    const auto isTo = [](const RenameCandidate &a, const RenameCandidate &b) { return a.toTable == b.toTable && a.toColumn == b.toColumn; };
    std::ranges::stable_sort(all, std::greater<>(), &RenameCandidate::score);
    std::vector<RenameCandidate> kept;
    for (const RenameCandidate &each : all) {
        if (each.score < kThreshold)
            break;
        const bool taken = std::ranges::any_of(kept, [&](const RenameCandidate &other) { return isFrom(each, other) || isTo(each, other); });
        if (taken)
            continue;
        const bool rivalled = std::ranges::any_of(all, [&](const RenameCandidate &other) {
            const bool rival = isFrom(each, other) != isTo(each, other);
            const bool free = std::ranges::none_of(kept, [&](const RenameCandidate &winner) { return isFrom(other, winner) || isTo(other, winner); });
            return rival && free && other.score > each.score - kLead;
        });
        if (!rivalled)
            kept.push_back(each);
    }
    return kept;
}

} // namespace

std::vector<RenameCandidate> candidates(const Matching &matching, const Shape &from, const Shape &to)
{
    std::vector<RenameCandidate> tables;
    for (const schema::Table *old : matching.dropped) {
        for (const schema::Table *fresh : matching.added) {
            if (old->name.schema == fresh->name.schema)
                tables.push_back(tableCandidate(*old, *fresh, from, to));
        }
    }
    std::vector<RenameCandidate> all = clear(std::move(tables));
    for (const TablePair &pair : matching.tables) {
        std::vector<RenameCandidate> columns;
        for (const schema::Column *old : pair.dropped) {
            for (const schema::Column *fresh : pair.added)
                columns.push_back(columnCandidate(pair, *old, *fresh, from, to));
        }
        for (RenameCandidate &candidate : clear(std::move(columns)))
            all.push_back(std::move(candidate));
    }
    return all;
}

} // namespace joinery::compare
