-- Question 12: which sanctions are announced or threatened, how long, how much, under which law?
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT s.article, a.published, s.code, s.duration, s.amount, s.law, s.surface
  FROM sanction AS s JOIN article AS a ON a.id = s.article ORDER BY a.published IS NULL, a.published, s.article, s.start;
