// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/apply.h"

#include <QSet>

namespace joinery::operation {

using schema::Type;
using schema::TypeKind;

namespace {

/// The decimal digits that the whole numbers of the kind need, 0 for the others.
int integerDigits(TypeKind kind)
{
    switch (kind) {
    case TypeKind::Boolean: return 1;
    case TypeKind::SmallInteger: return 5;
    case TypeKind::Integer: return 10;
    case TypeKind::BigInteger: return 19;
    default: return 0;
    }
}

bool atLeast(const std::optional<int> &to, const std::optional<int> &from)
{
    return !to || (from && *to >= *from); // nothing: as much as the engine can
}

/// Whether every value of `from` finds its place in `to`.
bool holdsAll(const Type &to, const Type &from)
{
    if (to.isUnsigned && !from.isUnsigned && integerDigits(from.kind) > 0)
        return false;
    if (integerDigits(from.kind) > 0) {
        if (integerDigits(to.kind) > 0)
            return integerDigits(to.kind) >= integerDigits(from.kind) + (from.isUnsigned && !to.isUnsigned ? 1 : 0);
        if (to.kind == TypeKind::Numeric)
            return !to.precision || *to.precision - to.scale.value_or(0) >= integerDigits(from.kind);
        if (to.kind == TypeKind::Double)
            return integerDigits(from.kind) <= 10;
        return to.kind == TypeKind::Text
            || (to.kind == TypeKind::String && atLeast(to.length, integerDigits(from.kind) + 1));
    }
    switch (from.kind) {
    case TypeKind::Float:
        return to.kind == TypeKind::Float || to.kind == TypeKind::Double;
    case TypeKind::Double:
        return to.kind == TypeKind::Double;
    case TypeKind::Numeric:
        if (to.kind == TypeKind::Numeric) {
            return !to.precision || (from.precision && to.scale.value_or(0) >= from.scale.value_or(0)
                && *to.precision - to.scale.value_or(0) >= *from.precision - from.scale.value_or(0));
        }
        return to.kind == TypeKind::Text;
    case TypeKind::String:
    case TypeKind::Char:
        return (to.kind == TypeKind::String || to.kind == TypeKind::Text) && atLeast(to.length, from.length);
    case TypeKind::Text:
        return (to.kind == TypeKind::Text || to.kind == TypeKind::String) && atLeast(to.length, from.length);
    case TypeKind::LargeBinary:
        return to.kind == TypeKind::LargeBinary && atLeast(to.length, from.length);
    case TypeKind::Date:
        return to.kind == TypeKind::Date || to.kind == TypeKind::DateTime || to.kind == TypeKind::Text;
    case TypeKind::Time:
    case TypeKind::DateTime:
        return (to.kind == from.kind && from.timezone == to.timezone && atLeast(to.precision, from.precision))
            || to.kind == TypeKind::Text;
    case TypeKind::Interval:
        return (to.kind == from.kind && atLeast(to.precision, from.precision)) || to.kind == TypeKind::Text;
    case TypeKind::Json:
        return (to.kind == TypeKind::Json && (!to.binary || from.binary)) || to.kind == TypeKind::Text;
    case TypeKind::Uuid:
    case TypeKind::Enum:
        return to.kind == TypeKind::Text || to.kind == TypeKind::String || to.kind == TypeKind::Enum;
    case TypeKind::Array:
        return to.kind == TypeKind::Array && !to.element.empty() && !from.element.empty()
            && holdsAll(to.element.front(), from.element.front());
    default:
        return to == from || to.kind == TypeKind::Text;
    }
}

bool sameType(Type a, Type b)
{
    a.nativeText.clear();
    b.nativeText.clear();
    return a == b;
}

bool narrows(const schema::Column &from, const schema::Column &to)
{
    if (from.computed)
        return false; // it can be computed again
    return to.computed || (!sameType(from.type, to.type) && !holdsAll(to.type, from.type));
}

/// Whether two values become one.
bool merges(const RebuildEnum &o)
{
    QSet<QString> seen;
    for (const QString &fresh : o.mapping) {
        if (o.from.values.contains(fresh) || seen.contains(fresh))
            return true;
        seen.insert(fresh);
    }
    return false;
}

/// What is lost on the way `forward`, or on the way back.
class Loss
{
public:
    explicit Loss(bool forward) : m_forward(forward) {}

    bool operator()(const CreateTable &) const { return !m_forward; }
    bool operator()(const DropTable &) const { return m_forward; }
    bool operator()(const RenameTable &) const { return false; }
    bool operator()(const AlterTableOptions &) const { return false; }
    bool operator()(const SetTableComment &) const { return false; }
    bool operator()(const AddColumn &o) const { return !m_forward && !o.column.computed; }
    bool operator()(const DropColumn &o) const { return m_forward && !o.column.computed; }
    bool operator()(const RenameColumn &) const { return false; }
    bool operator()(const AlterColumn &o) const { return m_forward ? narrows(o.from, o.to) : narrows(o.to, o.from); }
    bool operator()(const AddConstraint &) const { return false; }
    bool operator()(const DropConstraint &) const { return false; }
    bool operator()(const RenameConstraint &) const { return false; }
    bool operator()(const CreateIndex &) const { return false; }
    bool operator()(const DropIndex &) const { return false; }
    bool operator()(const RenameIndex &) const { return false; }
    bool operator()(const CreateEnum &) const { return false; }
    bool operator()(const DropEnum &) const { return false; }
    bool operator()(const RenameEnum &) const { return false; }
    bool operator()(const AddEnumValue &) const { return false; }
    bool operator()(const RenameEnumValue &) const { return false; }
    bool operator()(const RebuildEnum &o) const { return m_forward && merges(o); }
    bool operator()(const CreateSequence &) const { return false; }
    bool operator()(const DropSequence &) const { return false; }
    bool operator()(const AlterSequence &) const { return false; }
    bool operator()(const CreateView &) const { return false; }
    bool operator()(const DropView &) const { return false; }
    bool operator()(const ReplaceView &) const { return false; }
    bool operator()(const CreateDefinition &) const { return false; }
    bool operator()(const DropDefinition &) const { return false; }
    bool operator()(const ReplaceDefinition &) const { return false; }
    bool operator()(const ExecuteSql &) const { return false; }

private:
    bool m_forward;
};

} // namespace

bool losesData(const Operation &operation)
{
    return std::visit(Loss(true), operation);
}

bool losesDataWhenInverted(const Operation &operation)
{
    return std::visit(Loss(false), operation);
}

} // namespace joinery::operation
