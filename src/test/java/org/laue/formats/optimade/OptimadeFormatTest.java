package org.laue.formats.optimade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laue.formats.FileLabels;
import org.laue.formats.Reading;
import org.laue.formats.io.ParsedStructure;
import org.laue.formats.io.Reject;
import org.laue.structure.Cluster;

class OptimadeFormatTest {
  private static final String HEADER =
      "{\"x-optimade\": {\"meta\": {\"api_version\": \"1.2.0\"}}}\n";
  private static final String ENTRY =
      "{'type':'structures','id':'mp-1','attributes':{'nsites':2,'elements':['Cl','Na'],"
          + "'dimension_types':[1,1,1],'lattice_vectors':[[4,0,0],[0,4,0],[0,0,6.0]],"
          + "'cartesian_site_positions':[[0,0,0],[2,2,3e0]],'species_at_sites':['Na','Cl'],"
          + "'species':[{'name':'Na','chemical_symbols':['Na'],'concentration':[1.0]},"
          + "{'name':'Cl','chemical_symbols':['Cl'],'concentration':[1.0],'mass':[35.4]}],"
          + "'structure_features':[],'_mp_spacegroup':221,'_mp_by':{'0.1': [221]},'_mp_no':null,"
          + "'chemical_formula_reduced':'ClNa'}}";

  @Test
  void linesBecomeStructuresWithTheProvidersProperties() {
    Reading reading = lines(ENTRY, "{'type':'references','id':'r'}", "", ENTRY);
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.structures).extracting(ParsedStructure::position).containsExactly(1, 2);
    ParsedStructure first = reading.structures.get(0);
    assertThat(first.name()).isEqualTo("mp-1");
    assertThat(first.atoms().formula()).isEqualTo("NaCl");
    assertThat(first.atoms().cartesian())
        .containsExactly(new double[] {0, 0, 0, 2, 2, 3}, within(1e-12));
    assertThat(first.properties())
        .containsEntry("_mp_by", "{\"0.1\":[221]}")
        .containsEntry("chemical_formula_reduced", "ClNa")
        .containsOnlyKeys("_mp_spacegroup", "_mp_by", "chemical_formula_reduced");
    assertThat(FileLabels.spaceGroup(first)).hasValue(221);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'data':[%1$s,%1$s],'meta':{}}", "{'meta':{},\n 'data':[\n%1$s,\n%1$s]}"})
  void aResponseHoldsAListOfEntries(String response) {
    Reading reading = Reading.of("a.json", json(response.formatted(ENTRY)));
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.structures).hasSize(2);
  }

  @Test
  void aResponseMayHoldOneEntry() {
    assertThat(Reading.of("a.json", json("{'data':" + ENTRY + "}")).structures).hasSize(1);
  }

  @Test
  void aFiniteStructureIsACluster() {
    Reading reading =
        lines(ENTRY.replace("[1,1,1]", "[0,0,0]").replace("[[4,0,0],[0,4,0],[0,0,6.0]]", "null"));
    assertThat(reading.structures.get(0).atoms()).isInstanceOf(Cluster.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "'concentration':[1.0]} | 'concentration':[0.5]} | Partial occupancy at site 1 (species"
            + " 'Na'",
        "'chemical_symbols':['Na'] | 'chemical_symbols':['Na','K'] | Partial occupancy at site 1",
        "'chemical_symbols':['Na'] | 'chemical_symbols':['vacancy'] | Partial occupancy at site 1",
        "'chemical_symbols':['Na'] | 'chemical_symbols':['X'] | Unknown element 'X'",
        "'chemical_symbols':['Na'] | 'chemical_symbols':[['Na']] | nested lists",
        "'species_at_sites':['Na','Cl'] | 'species_at_sites':['Na','Br'] | Site 2 names a species",
        "'species_at_sites':['Na','Cl'] | 'species_at_sites':['Na'] | 1 species_at_sites",
        "'nsites':2 | 'nsites':3 | nsites is 3, but there are 2",
        "[2,2,3e0] | [2,2,null] | Position of site 2 is unknown",
        "[2,2,3e0] | [2,2,NaN] | row 2 has 'NaN'",
        "[2,2,3e0] | [2,2,1e999] | row 2 has",
        "[2,2,3e0] | [2,2] | cartesian_site_positions",
        "[2,2,3e0] | [4,4,6] | Atom 1 (Na) and atom 2 (Cl) are on one place",
        "'structure_features':[] | 'structure_features':['assemblies'] | feature 'assemblies'",
        "'nsites':2 | 'assemblies':[{'sites_in_groups':[[0],[1]]}] | alternatives of each other",
        "[0,0,6.0] | [4,4,0] | span no volume",
        "[0,0,6.0] | null | lattice_vectors must be a list of lists",
        "'attributes' | 'attribs' | no attributes",
        "'id':'mp-1' | 'id':'mp-1 | Broken JSON",
        "'species_at_sites' | 'species_on_sites' | species_at_sites is missing",
      })
  void aBrokenLineIsRejectedAndTheNextIsRead(String part, String broken, String reason) {
    Reading reading = lines(ENTRY, ENTRY.replace(part, broken), ENTRY);
    assertThat(reading.structures).extracting(ParsedStructure::position).containsExactly(1, 3);
    assertThat(reading.rejects).extracting(Reject::position).containsExactly(2);
    assertThat(reading.reason()).contains(reason, "(line 3)");
  }

  @Test
  void aTagOfDisorderIsBelievedOnlyWhereTheSpeciesAreNotListed() {
    String tagged = ENTRY.replace("'structure_features':[]", "'structure_features':['disorder']");
    assertThat(lines(tagged).structures).hasSize(1);
    assertThat(lines(tagged.replace("'species':", "'other':")).reason()).contains("'disorder'");
    assertThat(lines(ENTRY.replace("'nsites':2", "'assemblies':[]")).structures).hasSize(1);
  }

  @Test
  void aBrokenEntryOfAResponseIsRejectedAndTheNextIsRead() {
    String broken = ENTRY.replace("'nsites':2", "'nsites':3");
    String early = ENTRY.replace("[2,2,3e0]", "[2,'x',{'a':[1]}]");
    String data = String.join(",", ENTRY, broken, "[1,[2]]", early, ENTRY);
    Reading reading = Reading.of("a.json", json("{'data':[" + data + "],'meta':{}}"));
    assertThat(reading.structures).extracting(ParsedStructure::position).containsExactly(1, 5);
    assertThat(reading.rejects).extracting(Reject::position).containsExactly(2, 3, 4);
  }

  @Test
  void otherJsonIsNamedAsSuch() {
    assertThat(Reading.of("a.json", "{\"lattice\": [1, 2]}").reason()).contains("no \"data\"");
    assertThat(Reading.of("a.json", "[1, 2]").reason()).contains("must be an object");
  }

  private static Reading lines(String... entries) {
    return Reading.of("a.jsonl", HEADER + json(String.join("\n", entries)) + "\n");
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  @Test
  void atomsWithoutPositionsAreNotDropped() {
    String entry =
        ENTRY.replace("'concentration':[1.0]}", "'concentration':[1.0],'attached':['H']}");
    assertThat(lines(entry).reason()).contains("attached atoms without positions: [H]");
  }

  @Test
  void aSpeciesWithoutSymbolsIsNoPartialOccupancy() {
    String entry = ENTRY.replace("'chemical_symbols':['Na']", "'chemical_symbols':[]");
    assertThat(lines(entry).reason()).contains("Species 'Na' has no chemical_symbols");
  }
}
