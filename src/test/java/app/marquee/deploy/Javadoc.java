package app.marquee.deploy;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SimpleDocTreeVisitor;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the sources say about types and their members, as Markdown of one line each, in order. */
final class Javadoc {
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<String> mappings = new ArrayList<>();

  private Javadoc() {}

  /** Read by the compiler's own parser, from every file under the folder that mentions the word. */
  static Javadoc of(Path folder, String word) throws IOException {
    Javadoc javadoc = new Javadoc();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(mentioning(folder, word)));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        javadoc.new Reader(trees).scan(unit, null);
      }
    }
    return javadoc;
  }

  private static List<Path> mentioning(Path folder, String word) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        if (Files.readString(file).contains(word)) {
          files.add(file);
        }
      }
    }
    return files;
  }

  /** The binary names of types annotated with {@code ConfigMapping}. */
  List<String> mappings() {
    return mappings;
  }

  String of(Class<?> type) {
    return texts.getOrDefault(type.getName(), "");
  }

  /** Of a method or a constant; empty if nothing is said. */
  String of(Class<?> type, String member) {
    return texts.getOrDefault(type.getName() + "#" + member, "");
  }

  /** The members of a type in the order of its source. */
  List<String> members(Class<?> type) {
    String prefix = type.getName() + "#";
    return texts.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  private final class Reader extends TreePathScanner<Void, Void> {
    private final DocTrees trees;
    private final Deque<String> types = new ArrayDeque<>();

    Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      String unit = getCurrentPath().getCompilationUnit().getPackageName().toString();
      String name =
          types.isEmpty()
              ? unit + "." + type.getSimpleName()
              : types.peek() + "$" + type.getSimpleName();
      texts.put(name, text());
      if (type.getModifiers().getAnnotations().stream()
          .anyMatch(
              annotation -> annotation.getAnnotationType().toString().equals("ConfigMapping"))) {
        mappings.add(name);
      }
      types.push(name);
      super.visitClass(type, none);
      types.pop();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      texts.put(types.peek() + "#" + method.getName(), text());
      return null;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      if (getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.ENUM) {
        texts.put(types.peek() + "#" + variable.getName(), text());
      }
      return null;
    }

    private String text() {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      return comment == null
          ? ""
          : comment.getFullBody().stream()
              .map(part -> part.accept(new Markdown(), null))
              .collect(Collectors.joining())
              .replaceAll("\\s+", " ")
              .strip();
    }
  }

  private static final class Markdown extends SimpleDocTreeVisitor<String, Void> {
    @Override
    public String visitText(TextTree text, Void none) {
      return text.getBody();
    }

    @Override
    public String visitLiteral(LiteralTree literal, Void none) {
      return "`" + literal.getBody().getBody() + "`";
    }

    @Override
    public String visitLink(LinkTree link, Void none) {
      return link.getLabel().isEmpty()
          ? "`" + link.getReference().getSignature().replaceFirst("^.*#", "") + "`"
          : link.getLabel().stream().map(DocTree::toString).collect(Collectors.joining());
    }

    @Override
    public String visitEntity(EntityTree entity, Void none) {
      return entity.toString();
    }

    @Override
    public String visitStartElement(StartElementTree element, Void none) {
      return " ";
    }

    @Override
    protected String defaultAction(DocTree other, Void none) {
      return "";
    }
  }
}
