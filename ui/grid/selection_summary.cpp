// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/selection_summary.h"

#include <QCoreApplication>
#include <QLocale>

namespace joinery::ui {

namespace {

__extension__ typedef __int128 Wide;

constexpr int kMostDigits = 30;
constexpr int kMostCells = 100'000;

/// A decimal number as digits and how many of them stand behind the point.
struct Decimal
{
    Wide digits = 0;
    int scale = 0;
};

std::optional<Decimal> decimal(const QString &text)
{
    Decimal number;
    bool negative = false, point = false, any = false;
    int digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (i == 0 && (c == u'-' || c == u'+')) {
            negative = c == u'-';
        } else if (c == u'.' && !point) {
            point = true;
        } else if (c >= u'0' && c <= u'9') {
            if (++digits > kMostDigits)
                return std::nullopt;
            any = true;
            number.digits = number.digits * 10 + (c - u'0');
            number.scale += point;
        } else {
            return std::nullopt;
        }
    }
    if (!any)
        return std::nullopt;
    if (negative)
        number.digits = -number.digits;
    return number;
}

/// Brings both to the same scale; false where the digits do not suffice.
bool level(Decimal &a, Decimal &b)
{
    const Wide most = (Wide(1) << 120);
    Decimal &coarse = a.scale < b.scale ? a : b;
    const int scale = std::max(a.scale, b.scale);
    while (coarse.scale < scale) {
        if (coarse.digits > most / 10 || coarse.digits < -(most / 10))
            return false;
        coarse.digits *= 10;
        ++coarse.scale;
    }
    return true;
}

QString toText(const Decimal &number)
{
    Wide rest = number.digits < 0 ? -number.digits : number.digits;
    QString text;
    int place = 0;
    do {
        if (place == number.scale && place > 0)
            text.prepend(u'.');
        text.prepend(QChar(u'0' + int(rest % 10)));
        rest /= 10;
        ++place;
    } while (rest != 0 || place <= number.scale);
    return number.digits < 0 ? QString(u'-' % text) : text;
}

QString translated(const char *text) { return QCoreApplication::translate("joinery::ui::GridView", text); }

} // namespace

QString selectionSummary(const GridModel &model, const QItemSelection &selection)
{
    qint64 cells = 0;
    for (const QItemSelectionRange &range : selection)
        cells += qint64(range.width()) * range.height();
    if (cells == 0)
        return {};
    QString said = QCoreApplication::translate("joinery::ui::GridView", "Selected %n cells", nullptr, int(cells));
    if (cells == 1 || cells > kMostCells)
        return said;
    Decimal sum, least, most;
    int numbers = 0;
    for (const QItemSelectionRange &range : selection) {
        for (int column = range.left(); column <= range.right(); ++column) {
            if (model.columns()[size_t(column)].look != GridColumn::Look::Number)
                continue;
            for (int row = range.top(); row <= range.bottom(); ++row) {
                if (!model.isRead(row))
                    continue;
                const driver::Value value = model.value(model.index(row, column));
                auto number = value.isNull() || value.isDefault() ? std::nullopt : decimal(value.toText());
                if (!number)
                    continue;
                Decimal other = *number;
                if (!level(sum, other))
                    return said;
                sum.digits += other.digits;
                for (const bool lower : {true, false}) {
                    Decimal &edge = lower ? least : most;
                    Decimal candidate = *number;
                    if (numbers == 0)
                        edge = candidate;
                    else if (level(edge, candidate) && (lower ? candidate.digits < edge.digits : candidate.digits > edge.digits))
                        edge = candidate;
                }
                ++numbers;
            }
        }
    }
    if (numbers > 1)
        said += translated(QT_TRANSLATE_NOOP("joinery::ui::GridView", ", sum %1, min %2, max %3")).arg(toText(sum), toText(least), toText(most));
    return said;
}

} // namespace joinery::ui
