// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_reader.h"
#include "core/transfer/text_source.h"

#include <QHash>

namespace joinery::transfer {

/// A JSON array of objects, or a line for each object (NDJSON), read as it comes. Numbers keep every digit (Lexical),
/// what is nested stays JSON (Lexical), a key that an object has not is NULL. The columns are the keys of all objects,
/// in the order in which they appear: open() looks through the whole file for them and seeks back.
class JsonReader : public RowReader
{
public:
    enum class Form { Array, Lines };
    /// The device must be able to seek.
    JsonReader(QIODevice &device, Form form, Encoding encoding = Encoding::Utf8);

    Result<QStringList> open() override;
    Status read(RowBatch &batch, int maximumRows) override;
    qint64 bytesRead() const override { return m_source->bytesRead(); }

private:
    /// A value of the object that was read last, in the buffer.
    struct Member
    {
        int column;
        const char *begin;
        const char *end;
    };
    enum class Item { Object, Bad, End };

    Status rewind();
    Result<Item> nextItem();
    Result<bool> skipToItem();
    Result<bool> fill();
    Item readObject(const char *at, const char *end);
    int columnOf(QByteArrayView key, size_t position);
    void appendTo(driver::RowBlock &rows);
    void appendValue(driver::RowBlock &rows, QByteArrayView value);
    tl::unexpected<Error> broken(const QString &what) const;

    QIODevice &m_device;
    Form m_form;
    Encoding m_encoding;
    std::optional<TextSource> m_source;
    QByteArray m_buffer;
    qsizetype m_begin = 0;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qint64 m_itemLine = 1;
    bool m_atEnd = false;
    bool m_started = false;   ///< behind the opening bracket
    bool m_first = true;      ///< no item was read yet
    bool m_finding = false;   ///< keys are collected
    QList<QByteArray> m_keys;
    QHash<QByteArray, int> m_columns;
    std::vector<Member> m_members;
    std::vector<const Member *> m_byColumn;
    QString m_problem;
    QByteArray m_scratch;
};

} // namespace joinery::transfer
