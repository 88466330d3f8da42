package org.laue.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laue.evaluation.AccuracyTable;
import org.laue.evaluation.Condition;
import org.laue.evaluation.Method;

class TidyTableTest {
  @Test
  void everyCountHasARowWithTheStudysSettings() {
    AccuracyTable accuracies = new AccuracyTable();
    accuracies.add(Condition.PRISTINE, Method.CONVNET, "fcc", 9, 10);
    accuracies.add(Condition.PRISTINE, Method.BASELINE_TIGHT, "bcc", 4, 4);
    accuracies.add(new Condition("vacancy", 0.4, ""), Method.CONVNET, "fcc", 5, 10);
    List<TidyTable.Answered> studies =
        List.of(
            new TidyTable.Answered(Map.of("atoms", "128"), 1, accuracies),
            new TidyTable.Answered(Map.of("atoms", "a, b"), 2, accuracies));
    assertThat(new String(new TidyTable(studies).csv(), StandardCharsets.UTF_8).lines())
        .containsExactly(
            "atoms,seed,class,defect,level,method,n,right,accuracy,ci_low,ci_high",
            "128,1,fcc,pristine,0,convnet,10,9,90.00,59.58,98.21",
            "128,1,bcc,pristine,0,baseline-tight,4,4,100.00,51.01,100.00",
            "128,1,fcc,vacancy,0.4,convnet,10,5,50.00,23.66,76.34",
            "\"a, b\",2,fcc,pristine,0,convnet,10,9,90.00,59.58,98.21",
            "\"a, b\",2,bcc,pristine,0,baseline-tight,4,4,100.00,51.01,100.00",
            "\"a, b\",2,fcc,vacancy,0.4,convnet,10,5,50.00,23.66,76.34");
  }
}
