// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_reader.h"

#include <map>

namespace joinery::session {

/// The rows of a source that are held, by their position in the order, and the plan for those that are not. A value
/// without a connection: the holder runs what plan() wants and hands the answer to insert().
///
/// Rows are held in runs that join each other. The position of a run may be a guess (it was sought by an interpolated
/// key) or hang on the end of the table (it was read backwards while the total was an estimate); it is put right when
/// more is known, and the rows that a person looks at stay where they are: the holder follows `Shift`.
class RowCache
{
public:
    /// What to read, and where it belongs.
    struct Read
    {
        Seek seek;
        qint64 start = 0; ///< position of the first row; of the row behind the last for Before and Last
        int chain = 0;    ///< the rows that it continues, 0 for none
        bool fromEnd = false, guess = false;
    };
    /// Rows whose position was corrected.
    struct Shift
    {
        qint64 first = 0, last = -1, by = 0; ///< `first` and `last` as they were
    };
    /// A guess that a count could put right: rows before `order`.
    struct Doubt
    {
        int chain = 0;
        qint64 position = 0;
        std::vector<driver::Value> order;
    };
    struct Found
    {
        const driver::RowBlock *block = nullptr;
        int row = 0;
    };

    explicit RowCache(size_t budget = 16 * 1024 * 1024) : m_budget(budget) {}

    /// `seekable`: RowSource::isSeekable.
    void reset(RowSource source, bool seekable);
    /// Forgets the rows and what is known of the total, after the table changed; keeps the place of the row at `keep`,
    /// so that the rows around it are read where they were.
    void invalidate(qint64 keep);
    const RowSource &source() const { return m_source; }

    std::optional<Found> find(qint64 position) const;
    qint64 total() const { return m_total; }
    bool isTotalExact() const { return m_totalExact; }
    bool isTotalKnown() const { return m_totalKnown; } ///< exact or estimated; else it grows as rows come

    std::vector<Shift> setTotal(qint64 total, bool exact);
    void setRange(const KeyRange &range) { m_range = range; }

    /// What to read next so that first..last are held, and then a little around them; nothing where all is there.
    std::optional<Read> plan(qint64 first, qint64 last) const;
    std::vector<Shift> insert(const Read &read, RowRun run);
    std::optional<Doubt> doubt(qint64 position) const;
    std::vector<Shift> settle(const Doubt &doubt, qint64 rowsBefore);
    /// Whether the row's position is certain.
    bool isCertain(qint64 position) const;

    size_t byteSize() const { return m_bytes; }
    /// "primary key", ...: how pages are found, for the status bar.
    bool seeks() const { return m_seekable; }

private:
    enum class Anchor { Exact, End, Guess };
    struct Chunk
    {
        driver::RowBlock rows;
        int chain;
        mutable quint64 used;
        qint64 end(qint64 start) const { return start + rows.rowCount(); }
    };
    using Chunks = std::map<qint64, Chunk>;

    Chunks::const_iterator chunkAt(qint64 position) const;
    std::optional<Read> planSeeking(qint64 first, qint64 last) const;
    std::optional<Read> planMissing(qint64 missing, qint64 last) const;
    Read planJump(qint64 position) const;
    Shift move(int chain, qint64 by);
    void growTotal(qint64 atLeast);
    void evict(qint64 around);

    RowSource m_source;
    bool m_seekable = false;
    size_t m_budget;
    size_t m_bytes = 0;
    Chunks m_chunks;
    std::map<int, Anchor> m_chains;
    int m_lastChain = 0;
    mutable quint64 m_clock = 0;
    qint64 m_total = 0;
    bool m_totalKnown = false;
    bool m_totalExact = false;
    std::optional<KeyRange> m_range;
    std::optional<std::pair<qint64, std::vector<driver::Value>>> m_kept; ///< a place that outlived invalidate()
};

} // namespace joinery::session
