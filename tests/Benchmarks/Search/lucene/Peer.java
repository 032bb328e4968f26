import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.facet.*;
import org.apache.lucene.facet.sortedset.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.*;

/** The same work as the search benchmark, done by Lucene 8.7. Arguments: documents, queries, folder for the index, mode. */
public final class Peer {
    static final FacetsConfig CONFIG = new FacetsConfig();

    public static void main(String[] args) throws Exception {
        Path docs = Paths.get(args[0]), folder = Paths.get(args[2]);
        List<String> longs = queries(args[1], "L"), shorts = queries(args[1], "S");
        Analyzer italian = new ItalianAnalyzer();
        for (String facet : List.of("kind", "place", "year")) CONFIG.setIndexFieldName(facet, "$" + facet);
        if (args[3].equals("open")) { open(folder, italian, shorts.get(0)); return; }
        Analyzer analyzer = new PerFieldAnalyzerWrapper(italian, Map.of("title", new StandardAnalyzer()));
        long start = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256);
        FSDirectory directory = FSDirectory.open(folder);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            try (var lines = Files.newBufferedReader(docs)) {
                for (String line; (line = lines.readLine()) != null;) writer.addDocument(document(line));
            }
            writer.forceMerge(1);
            writer.commit();
        }
        System.out.printf(Locale.ROOT, "%-28s %.2f s, %d bytes%n", "index", (System.nanoTime() - start) / 1e9, size(folder));
        DirectoryReader reader = DirectoryReader.open(directory);
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        measure("long OR", longs, q -> searcher.search(bool(italian, q, BooleanClause.Occur.SHOULD), 10));
        measure("short OR", shorts, q -> searcher.search(bool(italian, q, BooleanClause.Occur.SHOULD), 10));
        measure("short AND", shorts, q -> searcher.search(bool(italian, q, BooleanClause.Occur.MUST), 10));
        measure("short OR, exact count", shorts, q -> {
            TopScoreDocCollector collector = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
            searcher.search(bool(italian, q, BooleanClause.Occur.SHOULD), collector);
            return collector.topDocs();
        });
        Map<String, SortedSetDocValuesReaderState> states = new HashMap<>();
        for (String facet : List.of("kind", "place", "year")) states.put(facet, new DefaultSortedSetDocValuesReaderState(reader, "$" + facet));
        measure("facets over three fields", shorts, q -> {
            FacetsCollector collector = new FacetsCollector();
            FacetsCollector.search(searcher, bool(italian, q, BooleanClause.Occur.SHOULD), 10, collector);
            Object last = null;
            for (var state : states.entrySet())
                last = new SortedSetDocValuesFacetCounts(state.getValue(), collector).getTopChildren(10, state.getKey());
            return last;
        });
        UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, italian);
        List<Query> highlighted = new ArrayList<>();
        List<TopDocs> found = new ArrayList<>();
        for (String q : shorts) {
            Query query = bool(italian, q, BooleanClause.Occur.SHOULD);
            highlighted.add(query);
            found.add(searcher.search(query, 10));
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < highlighted.size(); i++) numbers.add(i);
        measure("highlight ten", numbers, i -> highlighter.highlight("body", highlighted.get(i), found.get(i)));
        measure("fuzzy", shorts, q -> searcher.search(new FuzzyQuery(new Term("title", misspell(q)), 1), 10));
        measure("prefix", shorts, q -> searcher.search(new PrefixQuery(new Term("title", q.toLowerCase(Locale.ITALIAN).substring(0, 3))), 10));
        complete(reader, shorts);
        threads(searcher, italian, shorts);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            DirectoryReader[] current = { DirectoryReader.open(writer) };
            int[] number = { 0 };
            measure("add one, reopen, search", shorts.subList(0, 50), q -> {
                writer.addDocument(document("new" + number[0]++ + "\t" + q + "\t" + q));
                DirectoryReader next = DirectoryReader.openIfChanged(current[0], writer);
                if (next != null) { current[0].close(); current[0] = next; }
                return new IndexSearcher(current[0]).search(bool(italian, q, BooleanClause.Occur.SHOULD), 10);
            });
            writer.rollback();
        }
        System.gc();
        System.out.printf("%-28s %d MB%n", "resident", resident());
    }

    static void open(Path folder, Analyzer italian, String query) throws Exception {
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder));
        TopDocs top = new IndexSearcher(reader).search(bool(italian, query, BooleanClause.Occur.SHOULD), 10);
        System.out.println("opened " + top.scoreDocs.length);
    }

    static Document document(String line) throws Exception {
        String[] parts = line.split("\t");
        Document document = new Document();
        document.add(new StringField("id", parts[0], Field.Store.YES));
        document.add(new TextField("title", parts[1], Field.Store.YES));
        FieldType type = new FieldType(TextField.TYPE_STORED);
        document.add(new Field("body", parts.length > 2 ? parts[2] : "", type));
        int hash = parts[0].hashCode() & 0x7fffffff;
        document.add(new SortedSetDocValuesFacetField("kind", "kind" + hash % 12));
        document.add(new SortedSetDocValuesFacetField("place", "place" + hash % 377));
        document.add(new SortedSetDocValuesFacetField("year", "" + (2000 + hash % 26)));
        return CONFIG.build(document);
    }

    static Query bool(Analyzer analyzer, String text, BooleanClause.Occur occur) throws Exception {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        Set<String> seen = new HashSet<>();
        try (TokenStream stream = analyzer.tokenStream("body", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (seen.add(term.toString())) builder.add(new TermQuery(new Term("body", term.toString())), occur);
            }
            stream.end();
        }
        return builder.build();
    }

    static void complete(DirectoryReader reader, List<String> shorts) throws Exception {
        Path folder = Files.createTempDirectory("suggest");
        var suggester = new org.apache.lucene.search.suggest.analyzing.AnalyzingSuggester(FSDirectory.open(folder), "s", new StandardAnalyzer());
        suggester.build(new org.apache.lucene.search.suggest.DocumentDictionary(reader, "title", null) {
            @Override public org.apache.lucene.search.suggest.InputIterator getEntryIterator() throws java.io.IOException {
                return new org.apache.lucene.search.suggest.InputIterator.InputIteratorWrapper(MultiTerms.getTerms(reader, "title").iterator());
            }
        });
        measure("completion", shorts, q -> suggester.lookup(q.substring(0, Math.min(q.length(), 2 + q.length() % 5)), false, 8));
    }

    static String misspell(String query) {
        String word = query.toLowerCase(Locale.ITALIAN).split(" ")[0];
        return word.substring(0, word.length() / 2) + word.substring(word.length() / 2 + 1);
    }

    static void threads(IndexSearcher searcher, Analyzer italian, List<String> queries) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        long start = System.nanoTime();
        List<Future<Integer>> counts = new ArrayList<>();
        for (int t = 0; t < 2; t++) counts.add(pool.submit(() -> {
            int done = 0;
            while (System.nanoTime() - start < 2_000_000_000L) {
                for (String q : queries) { searcher.search(bool(italian, q, BooleanClause.Occur.SHOULD), 10); done++; }
            }
            return done;
        }));
        int total = 0;
        for (Future<Integer> count : counts) total += count.get();
        System.out.printf(Locale.ROOT, "%-28s %.0f queries/s%n", "two threads, short OR", total / ((System.nanoTime() - start) / 1e9));
        pool.shutdown();
    }

    interface Action<T> { Object run(T input) throws Exception; }

    static <T> void measure(String name, List<T> inputs, Action<T> action) throws Exception {
        long warm = System.nanoTime();
        do { for (T input : inputs) action.run(input); } while (System.nanoTime() - warm < 1_500_000_000L);
        List<Double> times = new ArrayList<>();
        double[] quickest = new double[inputs.size()];
        Arrays.fill(quickest, Double.MAX_VALUE);
        long total = System.nanoTime();
        while (System.nanoTime() - total < 2_000_000_000L) {
            for (int i = 0; i < inputs.size(); i++) {
                long start = System.nanoTime();
                action.run(inputs.get(i));
                double time = (System.nanoTime() - start) / 1e6;
                quickest[i] = Math.min(quickest[i], time);
                times.add(time);
            }
        }
        Collections.sort(times);
        double mean = times.stream().mapToDouble(x -> x).average().orElse(0);
        System.out.printf(Locale.ROOT, "%-28s mean %.3f ms  p50 %.3f  p99 %.3f  quiet %.3f%n", name, mean,
            times.get(times.size() / 2), times.get((int) (times.size() * 0.99)), Arrays.stream(quickest).average().orElse(0));
    }

    static List<String> queries(String file, String kind) throws Exception {
        List<String> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(file))) if (line.startsWith(kind + "\t")) queries.add(line.substring(2));
        return queries;
    }

    static long size(Path folder) throws Exception {
        long size = 0;
        try (var files = Files.list(folder)) { for (Path file : (Iterable<Path>) files::iterator) size += Files.size(file); }
        return size;
    }

    static long resident() throws Exception {
        for (String line : Files.readAllLines(Paths.get("/proc/self/status")))
            if (line.startsWith("VmRSS")) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        return 0;
    }
}
