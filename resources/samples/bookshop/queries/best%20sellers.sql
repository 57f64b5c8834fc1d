-- Which books sold best, with their authors
SELECT book.title, author.full_name, sum(purchase_item.quantity) AS sold
FROM purchase_item
JOIN purchase ON purchase.id = purchase_item.purchase_id AND purchase.status <> 'cancelled'
JOIN book ON book.id = purchase_item.book_id
JOIN book_author ON book_author.book_id = book.id AND book_author.role = 'author'
JOIN author ON author.id = book_author.author_id
GROUP BY book.id, book.title, author.id, author.full_name
ORDER BY sold DESC, book.title
LIMIT 20;
