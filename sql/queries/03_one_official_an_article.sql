-- Question 3: whom is each article mainly about, in which office?
-- The function is asked itself; the rules of its choice are in sql/REFERENCE.md.
.load build/release/netra
.headers on
.mode box --wrap 70

SELECT id, extract_official(text, 'name') AS name, extract_official(text, 'acting') AS acting, extract_official(text, 'office') AS office,
       coalesce(extract_official(text, 'institution'), extract_official(text, 'unit')) AS body, extract_official(text, 'region') AS region
  FROM article ORDER BY id;
