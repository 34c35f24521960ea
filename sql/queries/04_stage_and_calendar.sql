-- Question 4: which stage is spoken of, and does it agree with the official calendar on the day of publication?
-- First the sums, then the articles where text and calendar differ. A difference is no error: an article of the campaign weeks may be
-- about the vote to come, and re-votes have days of their own.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT CASE WHEN stage IS NULL AND calendar_stage IS NULL THEN 'neither' WHEN stage IS NULL THEN 'calendar only'
            WHEN calendar_stage IS NULL THEN 'text only' WHEN stage = calendar_stage THEN 'the same' ELSE 'different' END AS agreement,
       count(*) AS articles
  FROM article_election GROUP BY 1 ORDER BY 2 DESC, 1;
SELECT id, published, kind, stage, calendar_stage
  FROM article_election WHERE stage <> calendar_stage ORDER BY published, id;
