// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/sqlite/cell_functions.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace joinery::driver::sqlite {

namespace {

const char *text(sqlite3_value *value) { return reinterpret_cast<const char *>(sqlite3_value_text(value)); }

/// A cell that is open for reading; none where there is no text or blob in it.
class OpenCell
{
public:
    OpenCell(sqlite3_context *context, sqlite3_value **place)
    {
        const int code = sqlite3_blob_open(sqlite3_context_db_handle(context), text(place[0]), text(place[1]), text(place[2]),
                                           sqlite3_value_int64(place[3]), 0, &m_blob);
        if (code != SQLITE_OK) {
            sqlite3_blob_close(m_blob);
            m_blob = nullptr;
        }
    }
    ~OpenCell() { sqlite3_blob_close(m_blob); }
    OpenCell(const OpenCell &) = delete;
    OpenCell &operator=(const OpenCell &) = delete;

    explicit operator bool() const { return m_blob != nullptr; }
    sqlite3_blob *get() const { return m_blob; }
    int size() const { return sqlite3_blob_bytes(m_blob); }

private:
    sqlite3_blob *m_blob = nullptr;
};

void cellBytes(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (const OpenCell cell(context, arguments); cell)
        sqlite3_result_int(context, cell.size());
}

void cellPiece(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const OpenCell cell(context, arguments);
    if (!cell)
        return;
    const sqlite3_int64 from = std::clamp<sqlite3_int64>(sqlite3_value_int64(arguments[5]) - 1, 0, cell.size());
    const auto count = int(std::clamp<sqlite3_int64>(sqlite3_value_int64(arguments[6]), 0, cell.size() - from));
    void *bytes = sqlite3_malloc(std::max(1, count));
    if (!bytes) {
        sqlite3_result_error_nomem(context);
        return;
    }
    if (const int code = count > 0 ? sqlite3_blob_read(cell.get(), bytes, count, int(from)) : SQLITE_OK; code != SQLITE_OK) {
        sqlite3_free(bytes);
        sqlite3_result_error_code(context, code);
    } else if (std::strcmp(text(arguments[4]), "text") == 0) {
        sqlite3_result_text64(context, static_cast<char *>(bytes), sqlite3_uint64(count), sqlite3_free, SQLITE_UTF8);
    } else {
        sqlite3_result_blob64(context, bytes, sqlite3_uint64(count), sqlite3_free);
    }
}

} // namespace

int addCellFunctions(sqlite3 *handle)
{
    const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
    const int code = sqlite3_create_function_v2(handle, "joinery_cell_bytes", 4, flags, nullptr, cellBytes, nullptr, nullptr, nullptr);
    return code != SQLITE_OK
        ? code : sqlite3_create_function_v2(handle, "joinery_cell_piece", 7, flags, nullptr, cellPiece, nullptr, nullptr, nullptr);
}

} // namespace joinery::driver::sqlite
