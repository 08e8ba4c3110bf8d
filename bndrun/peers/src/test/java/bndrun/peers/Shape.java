package bndrun.peers;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Measures the methods of one source: their lines, parameters and nesting. */
final class Shape extends TreeScanner<Void, Void> {

    private static final int LINES = 40;
    private static final int TEST_LINES = 60;
    private static final int PARAMETERS = 4;
    private static final int TEST_PARAMETERS = 5;
    private static final int CONSTRUCTOR_PARAMETERS = 6;
    private static final int NESTING = 3;
    private static final Set<Tree.Kind> NESTS = EnumSet.of(
            Tree.Kind.IF,
            Tree.Kind.FOR_LOOP,
            Tree.Kind.ENHANCED_FOR_LOOP,
            Tree.Kind.WHILE_LOOP,
            Tree.Kind.DO_WHILE_LOOP,
            Tree.Kind.TRY,
            Tree.Kind.SWITCH,
            Tree.Kind.SYNCHRONIZED);

    private final Source source;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> breaches = new ArrayList<>();
    private boolean inRecord;
    private int depth;
    private int deepest;

    private Shape(Source source, CompilationUnitTree unit, SourcePositions positions) {
        this.source = source;
        this.unit = unit;
        this.positions = positions;
    }

    static List<String> breaches(Source source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        URI address = URI.create("string:///" + source.name() + ".java");
        JavaFileObject file = new SimpleJavaFileObject(address, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.text();
            }
        };
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, List.of(file));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            Shape shape = new Shape(source, unit, Trees.instance(task).getSourcePositions());
            shape.scan(unit, null);
            return shape.breaches;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        boolean outer = inRecord;
        inRecord = type.getKind() == Tree.Kind.RECORD;
        super.visitClass(type, null);
        inRecord = outer;
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        boolean constructor = method.getReturnType() == null; // of a record: its components
        if (!(constructor && inRecord) && !overrides(method)) {
            limit(
                    method,
                    "parameters",
                    method.getParameters().size(),
                    constructor ? CONSTRUCTOR_PARAMETERS : source.isMain() ? PARAMETERS : TEST_PARAMETERS);
        }
        BlockTree body = method.getBody();
        if (body != null) {
            limit(method, "lines", lines(method), source.isMain() ? LINES : TEST_LINES);
            int outerDepth = depth;
            int outerDeepest = deepest;
            depth = 0;
            deepest = 0;
            super.visitMethod(method, null);
            limit(method, "levels", deepest, NESTING);
            depth = outerDepth;
            deepest = outerDeepest;
        }
        return null;
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
        if (tree == null || !NESTS.contains(tree.getKind())) {
            return super.scan(tree, null);
        }
        depth++;
        deepest = Math.max(deepest, depth);
        super.scan(tree, null);
        depth--;
        return null;
    }

    /** An {@code else if} lies beside its {@code if}, not within it. */
    @Override
    public Void visitIf(IfTree tree, Void nothing) {
        scan(tree.getCondition(), null);
        scan(tree.getThenStatement(), null);
        StatementTree otherwise = tree.getElseStatement();
        if (otherwise instanceof IfTree) {
            depth--;
            scan(otherwise, null);
            depth++;
        } else {
            scan(otherwise, null);
        }
        return null;
    }

    private void limit(MethodTree method, String what, long found, int most) {
        if (found > most) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            breaches.add(source.path() + ":" + line + ": " + method.getName() + " has " + found + " " + what
                    + ", at most " + most);
        }
    }

    /** Its parameters were chosen elsewhere. */
    private static boolean overrides(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private long lines(MethodTree method) {
        long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method.getBody()));
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method)) - first + 1;
    }
}
